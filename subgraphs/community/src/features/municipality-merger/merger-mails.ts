import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';
import type { Recipient } from '../staff/staff-mails.js';
import type { PlannedMergerEntity } from './planned-merger.entity.js';

type Plan = Pick<PlannedMergerEntity, 'successorName' | 'on'>;

const words: Record<Language, (plan: Plan, failure: string) => Pick<MailContent, 'subject' | 'paragraphs'>> = {
  NL: ({ successorName, on }, failure) => ({
    subject: `De fusie tot ${successorName} is niet doorgevoerd`,
    paragraphs: [
      `De fusie tot ${successorName}, gepland voor ${on}, kon niet worden doorgevoerd. Er is niets gewijzigd.`,
      `Reden: ${failure}`,
      'Neem de oorzaak weg en leg de fusie dan zelf vast (mergeMunicipalities).',
    ],
  }),
  FR: ({ successorName, on }, failure) => ({
    subject: `La fusion en ${successorName} n’a pas eu lieu`,
    paragraphs: [
      `La fusion en ${successorName}, prévue pour le ${on}, n’a pas pu être effectuée. Rien n’a été modifié.`,
      `Motif : ${failure}`,
      'Supprimez la cause, puis enregistrez la fusion vous-même (mergeMunicipalities).',
    ],
  }),
  EN: ({ successorName, on }, failure) => ({
    subject: `The merger into ${successorName} was not carried out`,
    paragraphs: [
      `The merger into ${successorName}, planned for ${on}, could not be carried out. Nothing was changed.`,
      `Reason: ${failure}`,
      'Take the cause away, and then record the merger yourself (mergeMunicipalities).',
    ],
  }),
  DE: ({ successorName, on }, failure) => ({
    subject: `Die Fusion zu ${successorName} wurde nicht durchgeführt`,
    paragraphs: [
      `Die für den ${on} geplante Fusion zu ${successorName} konnte nicht durchgeführt werden. Nichts wurde geändert.`,
      `Grund: ${failure}`,
      'Beheben Sie die Ursache und erfassen Sie die Fusion dann selbst (mergeMunicipalities).',
    ],
  }),
};

type To = Pick<Recipient, 'name' | 'language'>;

/** For staff, when something was against a planned merger on its day. */
export const mergerFailedMail = ({ name, language }: To, plan: Plan, failure: string): MailContent => ({
  name,
  language,
  ...words[language](plan, failure),
});
