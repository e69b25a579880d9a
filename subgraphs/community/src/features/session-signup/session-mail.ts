import { type PlacedSession, sessionAttachment } from '../calendar/calendar-attachment.js';
import { changeFor } from '../calendar/place-in-calendar.js';
import type { EventTurn } from '../event/event-follower.js';
import type { MailAttachment, MailContent } from '../mail-outbox/mail-template.js';
import { Language } from '../person/language.js';
import { linkAction } from '../registration/link-action.js';
import { inWords, type Recipient } from '../registration/moment-in-words.js';
import type { LinkedPage } from '../registration/registration-links.js';
import type { SessionSignupEntity } from './session-signup.entity.js';

/** What a mail about a session tells of. */
interface Told {
  readonly title: string;
  readonly when: string;
  /** Until when an offer stands. */
  readonly until: string;
  /** Title of the event. */
  readonly event: string;
}

export type SessionWords = Record<Language, (told: Told) => readonly [subject: string, paragraph: string]>;

/** A session in a change of its event. */
export interface SessionTurn extends PlacedSession, Pick<EventTurn, 'now' | 'links'> {}

/** What a mail is about, beside the session. */
type Signup = Pick<SessionSignupEntity, 'id' | 'state' | 'offerExpiresAt'>;

/** A mail about a sign-up for a session, in the language of its recipient. */
export type SessionMail = (to: Recipient, turn: SessionTurn, signup: Signup) => MailContent;

/**
 * A mail from what it says in each language, with a link where there is something to do; it puts the session into the
 * calendar, or takes it out.
 */
export const sessionMail =
  (words: SessionWords, page?: LinkedPage): SessionMail =>
  (to, turn, signup) => ({
    ...said(words, to, { ...turn, until: signup.offerExpiresAt }),
    ...linkAction(to, { links: turn.links, page, id: signup.id }),
    attachments: calendarOfSignup(turn, signup),
  });

/** What a mail says, without what it does to a calendar. */
export function said(
  words: SessionWords,
  { name, language }: Recipient,
  { session, event, until }: PlacedSession & { readonly until: Date | null },
): MailContent {
  const [subject, paragraph] = words[language]({
    title: session.title,
    when: inWords(session.startsAt, language),
    until: until ? inWords(until, language) : '',
    event: event.title,
  });
  return { name, language, subject, paragraphs: [paragraph] };
}

/** What a mail about a sign-up does to its person's calendar. */
export function calendarOfSignup(turn: Omit<SessionTurn, 'links'>, { state }: Pick<Signup, 'state'>): MailAttachment[] {
  const change = changeFor(state, turn.now);
  return change ? [sessionAttachment(turn, change)] : [];
}
