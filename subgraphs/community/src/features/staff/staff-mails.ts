import type { MailContent } from '../mail-outbox/mail-template.js';
import { Language } from '../person/language.js';

export interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

type Words = (name: string) => Pick<MailContent, 'subject' | 'paragraphs'>;

export type StaffLetter = (recipient: Recipient, about: string) => MailContent;

const letter =
  (words: Record<Language, Words>): StaffLetter =>
  ({ name, language }, about) => ({ name, language, ...words[language](about) });

export const appointedMail = letter({
  NL: (name) => ({
    subject: `${name} is nu medewerker`,
    paragraphs: [
      `${name} is aangesteld als medewerker van de vereniging en kan alles wat medewerkers kunnen.`,
      'Klopt dit niet? Beëindig de aanstelling dan meteen.',
    ],
  }),
  FR: (name) => ({
    subject: `${name} fait maintenant partie du personnel`,
    paragraphs: [
      `${name} fait maintenant partie du personnel de l’association et peut tout ce que le personnel peut.`,
      'Ce n’est pas correct ? Mettez-y fin immédiatement.',
    ],
  }),
  EN: (name) => ({
    subject: `${name} is now staff`,
    paragraphs: [
      `${name} was appointed as staff of the association and may do all that staff may.`,
      'Is this not right? Then end the appointment at once.',
    ],
  }),
  DE: (name) => ({
    subject: `${name} gehört jetzt zum Personal`,
    paragraphs: [
      `${name} gehört jetzt zum Personal des Verbands und darf alles, was das Personal darf.`,
      'Stimmt das nicht? Dann beenden Sie es sofort.',
    ],
  }),
});

export const dismissedMail = letter({
  NL: (name) => ({
    subject: `${name} is geen medewerker meer`,
    paragraphs: [`De aanstelling van ${name} als medewerker van de vereniging is beëindigd.`],
  }),
  FR: (name) => ({
    subject: `${name} ne fait plus partie du personnel`,
    paragraphs: [`${name} ne fait plus partie du personnel de l’association.`],
  }),
  EN: (name) => ({
    subject: `${name} is no longer staff`,
    paragraphs: [`The appointment of ${name} as staff of the association has ended.`],
  }),
  DE: (name) => ({
    subject: `${name} gehört nicht mehr zum Personal`,
    paragraphs: [`${name} gehört nicht mehr zum Personal des Verbands.`],
  }),
});
