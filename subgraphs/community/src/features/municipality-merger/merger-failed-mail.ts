import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Recipient } from '../organisation/tell-contacts.js';
import { dayInWords } from '../person/day-in-words.js';
import type { Language } from '../person/language.js';
import type { PlannedMergerEntity } from './planned-merger.entity.js';

type Plan = Pick<PlannedMergerEntity, 'successorName' | 'on'>;

const failedWords: Record<Language, (plan: Plan, failure: string) => Pick<MailContent, 'subject' | 'paragraphs'>> = {
  NL: ({ successorName, on }, failure) => ({
    subject: `De fusie tot ${successorName} is niet doorgevoerd`,
    paragraphs: [
      `De fusie tot ${successorName}, gepland voor ${on}, kon niet worden doorgevoerd. Er is niets gewijzigd.`,
      `Reden, in het Engels: ${failure}`,
      'Neem de oorzaak weg en plan de fusie dan opnieuw.',
    ],
  }),
  FR: ({ successorName, on }, failure) => ({
    subject: `La fusion en ${successorName} n’a pas eu lieu`,
    paragraphs: [
      `La fusion en ${successorName}, prévue pour le ${on}, n’a pas pu être effectuée. Rien n’a été modifié.`,
      `Motif, en anglais : ${failure}`,
      'Supprimez la cause, puis planifiez la fusion à nouveau.',
    ],
  }),
  EN: ({ successorName, on }, failure) => ({
    subject: `The merger into ${successorName} was not carried out`,
    paragraphs: [
      `The merger into ${successorName}, planned for ${on}, could not be carried out. Nothing was changed.`,
      `Reason: ${failure}`,
      'Take the cause away, and then plan the merger again.',
    ],
  }),
  DE: ({ successorName, on }, failure) => ({
    subject: `Die Fusion zu ${successorName} wurde nicht durchgeführt`,
    paragraphs: [
      `Die für den ${on} geplante Fusion zu ${successorName} konnte nicht durchgeführt werden. Nichts wurde geändert.`,
      `Grund, auf Englisch: ${failure}`,
      'Beheben Sie die Ursache und planen Sie die Fusion dann erneut.',
    ],
  }),
};

/** For staff, when something was against a planned merger on its day. */
export const mergerFailedMail = (
  { name, language }: Pick<Recipient, 'name' | 'language'>,
  { successorName, on }: Plan,
  failure: string,
): MailContent => ({
  name,
  language,
  ...failedWords[language]({ successorName, on: dayInWords(on, language) }, failure),
});
