import type { EventTurn } from '../event/event-follower.js';
import type { EventEntity } from '../event/event.entity.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';
import { linkAction } from './link-action.js';
import { inWords, type Recipient } from './moment-in-words.js';
import { calendarOf } from './registration-calendar.js';
import type { LinkedPage } from './registration-links.js';
import type { RegistrationEntity } from './registration.entity.js';
import { AttendanceMode } from './registration.enums.js';

/** What a mail about a registration tells of. */
interface Told {
  readonly title: string;
  readonly when: string;
  /** Venue or address on the internet; empty when there is none. */
  readonly where: string;
  readonly ticket: string;
  /** Until when an offer stands. */
  readonly until: string;
  readonly reason: string;
}

type Words = Record<Language, (told: Told) => readonly [subject: string, ...paragraphs: string[]]>;

/** A mail about a registration, in the language of its recipient. */
export type RegistrationMail = (
  to: Recipient,
  turn: Pick<EventTurn, 'event' | 'now' | 'links'>,
  registration: RegistrationEntity,
) => MailContent;

/** A mail from what it says in each language, with a link where there is something to do. */
export const registrationMail =
  (words: Words, page?: LinkedPage): RegistrationMail =>
  (to, turn, registration) => {
    const { event } = turn;
    const { name, language } = to;
    const [subject, ...paragraphs] = words[language]({
      title: event.title,
      when: inWords(event.startsAt, language),
      where: placeOf(event, registration),
      ticket: registration.ticketCode,
      until: registration.offerExpiresAt ? inWords(registration.offerExpiresAt, language) : '',
      reason: event.cancellationReason ?? '',
    });
    const said = { name, language, subject, paragraphs: paragraphs.filter((paragraph) => paragraph !== '') };
    const action = linkAction(to, { links: turn.links, page, id: registration.id });
    return { ...said, ...action, attachments: calendarOf(turn, registration) };
  };

function placeOf(event: EventEntity, { mode }: RegistrationEntity): string {
  if (mode === AttendanceMode.ONLINE) return event.onlineUrl ?? '';
  const town = [event.postalCode, event.locality].filter(Boolean).join(' ');
  return [event.venueName, event.street, town].filter(Boolean).join(', ');
}
