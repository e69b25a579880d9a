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

type Written = Pick<EventMessageEntity, 'subject' | 'body'>;

/** What its keeper wrote, in the words of its keeper, with why it comes in the language of who reads it. */
export const messageMail =
  ({ subject, body }: Written, event: EventEntity) =>
  ({ name, language }: Recipient): MailContent => ({
    name,
    language,
    subject,
    paragraphs: [...paragraphsOf(body), reasons[language](event.title, spanInWords(event, language))],
  });
