import { type CalendarChange, eventAttachment } from '../calendar/calendar-attachment.js';
import type { EventTurn } from '../event/event-follower.js';
import type { EventEntity } from '../event/event.entity.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { signInAction } from '../mail-outbox/account-page.js';
import type { Language } from '../person/language.js';
import { type Recipient, spanInWords } from '../registration/moment-in-words.js';
import { placesInWords } from '../registration/place-in-words.js';

interface Facts {
  readonly title: string;
  readonly circle: string;
  /** When and where. */
  readonly when: string;
  /** As `when`, before it moved; empty when it did not. */
  readonly was: string;
  readonly reason: string;
}

type Words = Record<Language, (facts: Facts) => readonly [subject: string, ...paragraphs: string[]]>;

/** A meeting in a change, as its circle is told of it. */
export interface MeetingTurn extends Pick<EventTurn, 'event' | 'now' | 'mailFrom'> {
  readonly circle: string;
  readonly before?: EventEntity;
}

export type MeetingMail = (to: Recipient, turn: MeetingTurn) => MailContent;

/** Who is invited has no place yet; the address online is for who has. */
const invited = { method: 'PUBLISH', status: 'TENTATIVE', isOnlineShown: false } as const;
const gone = { method: 'CANCEL', status: 'CANCELLED', isOnlineShown: false } as const;

const write =
  (entry: CalendarChange, words: Words): MeetingMail =>
  ({ name, language }, { circle, before, ...turn }) => {
    const { event } = turn;
    const placed = (one: EventEntity): string =>
      [spanInWords(one, language), placesInWords(one, language)].filter(Boolean).join(', ');
    const [subject, ...paragraphs] = words[language]({
      title: event.title,
      circle,
      when: placed(event),
      was: before ? placed(before) : '',
      reason: event.cancellationReason ?? '',
    });
    const attachments = [eventAttachment(turn, entry)];
    const action = entry.status === 'CANCELLED' ? {} : signInAction;
    return { name, language, subject, paragraphs, ...action, attachments };
  };

/** Who to reach: mails are sent by nobody who reads answers. */
const questions: Record<Language, string> = {
  NL: 'Vragen? Die beantwoordt de regiocoördinator van uw kenniskring.',
  FR: 'Des questions ? Le coordinateur régional de votre cercle de connaissances y répond.',
  EN: 'Questions? The regional coordinator of your knowledge circle answers them.',
  DE: 'Fragen? Die beantwortet die Regionalkoordination Ihres Wissenskreises.',
};

export const meetingAnnouncedMail = write(invited, {
  NL: ({ title, circle, when }) => [
    `Kenniskring ${circle} komt samen: ${title}`,
    `Kenniskring ${circle} komt samen voor “${title}”: ${when}.`,
    'Komt u, of iemand van uw bestuur? Meld u aan en schrijf u in bij de evenementen: deze mail is nog geen inschrijving.',
    questions.NL,
  ],
  FR: ({ title, circle, when }) => [
    `Le cercle de connaissances ${circle} se réunit : ${title}`,
    `Le cercle de connaissances ${circle} se réunit pour « ${title} » : ${when}.`,
    'Vous venez, vous ou quelqu’un de votre administration ? Connectez-vous et inscrivez-vous parmi les événements : cet e-mail n’est pas encore une inscription.',
    questions.FR,
  ],
  EN: ({ title, circle, when }) => [
    `Knowledge circle ${circle} meets: ${title}`,
    `Knowledge circle ${circle} meets for “${title}”: ${when}.`,
    'Are you, or is somebody of your authority, coming? Sign in and register among the events: this mail is no registration yet.',
    questions.EN,
  ],
  DE: ({ title, circle, when }) => [
    `Der Wissenskreis ${circle} trifft sich: ${title}`,
    `Der Wissenskreis ${circle} trifft sich zu „${title}“: ${when}.`,
    'Kommen Sie oder jemand aus Ihrer Verwaltung? Loggen Sie sich ein und melden Sie sich bei den Veranstaltungen an: diese E-Mail ist noch keine Anmeldung.',
    questions.DE,
  ],
});

export const meetingMovedMail = write(invited, {
  NL: ({ title, circle, when, was }) => [
    `Andere tijd of plaats voor kenniskring ${circle}: ${title}`,
    `“${title}” van kenniskring ${circle} heeft een andere tijd of plaats.`,
    `Was: ${was}`,
    `Wordt: ${when}`,
    questions.NL,
  ],
  FR: ({ title, circle, when, was }) => [
    `Autre heure ou lieu pour le cercle de connaissances ${circle} : ${title}`,
    `« ${title} » du cercle de connaissances ${circle} a une autre heure ou un autre lieu.`,
    `Avant : ${was}`,
    `Désormais : ${when}`,
    questions.FR,
  ],
  EN: ({ title, circle, when, was }) => [
    `Other time or place for knowledge circle ${circle}: ${title}`,
    `“${title}” of knowledge circle ${circle} has another time or place.`,
    `Before: ${was}`,
    `Now: ${when}`,
    questions.EN,
  ],
  DE: ({ title, circle, when, was }) => [
    `Andere Zeit oder anderer Ort für den Wissenskreis ${circle}: ${title}`,
    `„${title}“ des Wissenskreises ${circle} hat eine andere Zeit oder einen anderen Ort.`,
    `Bisher: ${was}`,
    `Neu: ${when}`,
    questions.DE,
  ],
});

export const meetingCancelledMail = write(gone, {
  NL: ({ title, circle, when, reason }) => [
    `Kenniskring ${circle} komt niet samen: ${title}`,
    `“${title}” van kenniskring ${circle} gaat niet door: ${when}.`,
    `Reden: ${reason}`,
    questions.NL,
  ],
  FR: ({ title, circle, when, reason }) => [
    `Le cercle de connaissances ${circle} ne se réunit pas : ${title}`,
    `« ${title} » du cercle de connaissances ${circle} n’a pas lieu : ${when}.`,
    `Motif : « ${reason} »`,
    questions.FR,
  ],
  EN: ({ title, circle, when, reason }) => [
    `Knowledge circle ${circle} does not meet: ${title}`,
    `“${title}” of knowledge circle ${circle} does not take place: ${when}.`,
    `Reason: “${reason}”`,
    questions.EN,
  ],
  DE: ({ title, circle, when, reason }) => [
    `Der Wissenskreis ${circle} trifft sich nicht: ${title}`,
    `„${title}“ des Wissenskreises ${circle} findet nicht statt: ${when}.`,
    `Grund: „${reason}“`,
    questions.DE,
  ],
});
