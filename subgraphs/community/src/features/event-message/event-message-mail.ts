import type { EventEntity } from '../event/event.entity.js';
import { type MailContent, paragraphsOf } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';
import { type Recipient, spanInWords } from '../registration/moment-in-words.js';
import type { EventMessageEntity } from './event-message.entity.js';

const reasons: Record<Language, (title: string, when: string) => string> = {
  NL: (title, when) => `U krijgt deze mail omdat u zich hebt ingeschreven voor “${title}” (${when}).`,
  FR: (title, when) => `Vous recevez cet e-mail parce que vous vous êtes inscrit à « ${title} » (${when}).`,
  EN: (title, when) => `You get this mail because you registered for “${title}” (${when}).`,
  DE: (title, when) => `Sie erhalten diese E-Mail, weil Sie sich für „${title}“ angemeldet haben (${when}).`,
};

/** Who keeps a meeting of a circle. */
export interface Coordinator {
  readonly name: string;
  readonly circle: string;
}

const writers: Record<Language, (by: Coordinator | undefined) => string> = {
  NL: (by) =>
    `Dit bericht is geschreven door ${by ? `${by.name}, coördinator van kenniskring ${by.circle}` : 'de vereniging'}.`,
  FR: (by) =>
    `Ce message a été écrit par ${by ? `${by.name}, qui coordonne le cercle de connaissances ${by.circle}` : 'l’association'}.`,
  EN: (by) =>
    `This message was written by ${by ? `${by.name}, coordinator of knowledge circle ${by.circle}` : 'the association'}.`,
  DE: (by) =>
    `Diese Nachricht wurde geschrieben ${by ? `von ${by.name}, Koordination des Wissenskreises ${by.circle}` : 'vom Verband'}.`,
};

type Written = Pick<EventMessageEntity, 'subject' | 'body'> & {
  /** Absent: staff, who write in the name of the association. */
  readonly coordinator?: Coordinator | undefined;
};

/** What its keeper wrote, in the words of its keeper, with who that is and why it comes in the language of who reads it. */
export const messageMail =
  ({ subject, body, coordinator }: Written, event: EventEntity) =>
  ({ name, language }: Recipient): MailContent => ({
    name,
    language,
    subject,
    writtenBy: writers[language](coordinator),
    paragraphs: [...paragraphsOf(body), reasons[language](event.title, spanInWords(event, language))],
  });
