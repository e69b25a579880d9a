import type { EventTurn } from '../event/event-follower.js';
import type { EventEntity } from '../event/event.entity.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';
import { answersInWords, type GivenAnswer } from './answers-in-words.js';
import { linkAction } from './link-action.js';
import { inWords, type Recipient, spanInWords } from './moment-in-words.js';
import { freeInWords, modeWhereChosen } from './mode-in-words.js';
import { offersInWords } from './offer-in-words.js';
import { placeInWords } from './place-in-words.js';
import { priceInWords } from './price-in-words.js';
import { calendarOf } from './registration-calendar.js';
import type { LinkedPage } from './registration-links.js';
import type { RegistrationEntity } from './registration.entity.js';
import type { AttendanceMode } from './registration.enums.js';
import { ticketInWords } from './ticket-in-words.js';
import { ticketPicture } from './ticket-picture.js';

/** What a mail about a registration tells of. */
export interface Told {
  readonly title: string;
  /** From when until when. */
  readonly when: string;
  /** Venue or address on the internet; empty when there is none. */
  readonly where: string;
  /** When and where it was before; empty when it did not move. */
  readonly was: string;
  /** How one takes part, where it could be otherwise: within a sentence, with a space in front. */
  readonly mode: string;
  readonly price: string;
  /** The ticket code, and what it is for. */
  readonly ticket: string;
  /** Questions and answers, one a paragraph. */
  readonly answers: readonly string[];
  /** Place on the waiting list, when the mail is written. */
  readonly position: number;
  /** How offers are made, and how long one stands. */
  readonly offers: string;
  /** Until when an offer stands. */
  readonly until: string;
  readonly reason: string;
  /** That there is a place in the other mode; empty when not told. */
  readonly free: string;
}

export type Words = Record<Language, (told: Told) => readonly [subject: string, ...paragraphs: string[]]>;

/** A mail about a registration, in the language of its recipient. */
export type RegistrationMail = (
  to: Recipient,
  turn: Pick<EventTurn, 'event' | 'now' | 'links' | 'mailFrom'>,
  registration: RegistrationEntity,
) => MailContent;

/** What a mail has beside its words. */
interface Beside {
  /** Link, where there is something to do. */
  readonly page?: LinkedPage;
  readonly answers?: readonly GivenAnswer[];
  /** Whether it is shown at the entrance. */
  readonly isTicket?: boolean;
  /** The event before it moved. */
  readonly before?: EventEntity;
  /** Place on the waiting list. */
  readonly position?: number;
  /** Mode in which there is a place. */
  readonly free?: AttendanceMode | undefined;
}

/** A mail from what it says in each language. */
export const registrationMail =
  (words: Words, beside: Beside = {}): RegistrationMail =>
  (to, turn, registration) => {
    const { name, language } = to;
    const [subject, ...paragraphs] = words[language](tell(turn.event, registration, { ...beside, language }));
    const said = { name, language, subject, paragraphs: paragraphs.filter((paragraph) => paragraph !== '') };
    const action = linkAction(to, { links: turn.links, page: beside.page, id: registration.id });
    const ticket = beside.isTicket ? ticketPicture(registration) : [];
    return { ...said, ...action, attachments: [...calendarOf(turn, registration), ...ticket] };
  };

function tell(
  event: EventEntity,
  registration: RegistrationEntity,
  { language, answers = [], before, position = 0, free }: Beside & { readonly language: Language },
): Told {
  const placed = (one: EventEntity): [string, string] => [
    spanInWords(one, language),
    placeInWords(one, registration, language),
  ];
  const [when, where] = placed(event);
  return {
    title: event.title,
    when,
    where,
    was: before ? placed(before).filter(Boolean).join(', ') : '',
    mode: modeWhereChosen(event, registration.mode, language),
    price: priceInWords(registration.priceCents, language),
    ticket: ticketInWords(registration, language),
    answers: answersInWords(answers, language),
    position,
    offers: offersInWords(event.offerHours, language),
    until: registration.offerExpiresAt ? inWords(registration.offerExpiresAt, language) : '',
    reason: event.cancellationReason ?? '',
    free: freeInWords(free, language),
  };
}
