import { type PlacedSession, sessionAttachment } from '../calendar/calendar-attachment.js';
import { changeFor } from '../calendar/place-in-calendar.js';
import { EventMode } from '../event/event.enums.js';
import type { EventTurn } from '../event/event-follower.js';
import type { MailAttachment, MailContent } from '../mail-outbox/mail-template.js';
import { Language } from '../person/language.js';
import { linkAction } from '../registration/link-action.js';
import { inWords, type Recipient, spanInWords } from '../registration/moment-in-words.js';
import { offersInWords } from '../registration/offer-in-words.js';
import type { LinkedPage } from '../registration/registration-links.js';
import type { SessionSignupEntity } from './session-signup.entity.js';

/** What a mail about a session tells of. */
export interface SessionTold {
  readonly title: string;
  /** From when until when. */
  readonly when: string;
  /** Room, else the venue of the event; empty when there is none. */
  readonly where: string;
  /** When and where it was before; empty when it did not move. */
  readonly was: string;
  /** How offers are made, and how long one stands. */
  readonly offers: string;
  /** Until when an offer stands. */
  readonly until: string;
  /** Title of the event. */
  readonly event: string;
}

export type SessionWords = Record<Language, (told: SessionTold) => readonly [subject: string, ...paragraphs: string[]]>;

/** A session in a change of its event. */
export interface SessionTurn extends PlacedSession, Pick<EventTurn, 'now' | 'links' | 'mailFrom'> {
  /** Before it moved. */
  readonly before?: PlacedSession;
}

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
    ...linkAction(to, { links: turn.links, page, ofSession: true, id: signup.id }),
    attachments: calendarOfSignup(turn, signup),
  });

/** What a mail says, without what it does to a calendar. */
export function said(
  words: SessionWords,
  { name, language }: Recipient,
  { before, until, ...placed }: PlacedSession & Pick<SessionTurn, 'before'> & { readonly until: Date | null },
): MailContent {
  const [subject, ...paragraphs] = words[language]({
    title: placed.session.title,
    when: spanInWords(placed.session, language),
    where: whereOf(placed),
    was: before ? [spanInWords(before.session, language), whereOf(before)].filter(Boolean).join(', ') : '',
    offers: offersInWords(placed.event.offerHours, language),
    until: until ? inWords(until, language) : '',
    event: placed.event.title,
  });
  return { name, language, subject, paragraphs: paragraphs.filter((paragraph) => paragraph !== '') };
}

const whereOf = ({ room, event }: PlacedSession): string => room?.name ?? event.venueName ?? '';

/** What a mail about a sign-up does to its person's calendar. */
export function calendarOfSignup(turn: Omit<SessionTurn, 'links'>, { state }: Pick<Signup, 'state'>): MailAttachment[] {
  // of a hybrid event the mail about the place at it tells the address, to who attends online
  const isOnline = turn.event.mode === EventMode.ONLINE;
  const change = changeFor({ state, isOnline });
  return change ? [sessionAttachment(turn, change)] : [];
}
