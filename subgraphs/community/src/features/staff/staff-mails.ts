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

/** The text goes once it is sent, the subject stays: it names nobody. */
export const appointedMail = letter({
  NL: (name) => ({
    subject: 'Een nieuwe medewerker van de vereniging',
    paragraphs: [
      `${name} is aangesteld als medewerker van de vereniging en kan alles wat medewerkers kunnen.`,
      'Klopt dit niet? Beëindig de aanstelling dan meteen.',
    ],
  }),
  FR: (name) => ({
    subject: 'Quelqu’un de nouveau dans le personnel de l’association',
    paragraphs: [
      `${name} fait maintenant partie du personnel de l’association et peut tout ce que le personnel peut.`,
      'Ce n’est pas correct ? Mettez-y fin immédiatement.',
    ],
  }),
  EN: (name) => ({
    subject: 'Somebody new is staff of the association',
    paragraphs: [
      `${name} was appointed as staff of the association and may do all that staff may.`,
      'Is this not right? Then end the appointment at once.',
    ],
  }),
  DE: (name) => ({
    subject: 'Neu im Personal des Verbands',
    paragraphs: [
      `${name} gehört jetzt zum Personal des Verbands und darf alles, was das Personal darf.`,
      'Stimmt das nicht? Dann beenden Sie es sofort.',
    ],
  }),
});

export const dismissedMail = letter({
  NL: (name) => ({
    subject: 'Een medewerker minder bij de vereniging',
    paragraphs: [`De aanstelling van ${name} als medewerker van de vereniging is beëindigd.`],
  }),
  FR: (name) => ({
    subject: 'Quelqu’un a quitté le personnel de l’association',
    paragraphs: [`${name} ne fait plus partie du personnel de l’association.`],
  }),
  EN: (name) => ({
    subject: 'Somebody is no longer staff of the association',
    paragraphs: [`The appointment of ${name} as staff of the association has ended.`],
  }),
  DE: (name) => ({
    subject: 'Jemand gehört nicht mehr zum Personal des Verbands',
    paragraphs: [`${name} gehört nicht mehr zum Personal des Verbands.`],
  }),
});

/** For an organisation without a contact person: staff seat the first one. */
export const firstContactMail = (organisation: string): StaffLetter =>
  letter({
    NL: (name) => ({
      subject: `${organisation} heeft een contactpersoon`,
      paragraphs: [
        `${organisation} had geen contactpersoon. Een medewerker van de vereniging stelde ${name} aan, die er alle rechten kan geven.`,
        'Klopt dit niet? Meld het dan meteen aan de vereniging.',
      ],
    }),
    FR: (name) => ({
      subject: `${organisation} a une personne de contact`,
      paragraphs: [
        `${organisation} n’avait pas de personne de contact. Un membre du personnel de l’association a désigné ${name}, qui peut y donner tous les droits.`,
        'Ce n’est pas correct ? Signalez-le immédiatement à l’association.',
      ],
    }),
    EN: (name) => ({
      subject: `${organisation} has a contact person`,
      paragraphs: [
        `${organisation} had no contact person. Staff of the association seated ${name}, who can give all rights there.`,
        'Is this not right? Then tell the association at once.',
      ],
    }),
    DE: (name) => ({
      subject: `${organisation} hat eine Kontaktperson`,
      paragraphs: [
        `${organisation} hatte keine Kontaktperson. Das Personal des Verbands hat ${name} eingesetzt; diese Person kann dort alle Rechte vergeben.`,
        'Stimmt das nicht? Dann melden Sie es sofort dem Verband.',
      ],
    }),
  });
