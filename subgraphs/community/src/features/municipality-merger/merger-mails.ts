import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Recipient } from '../organisation/tell-contacts.js';
import { dayInWords } from '../person/day-in-words.js';
import { type Language, locales } from '../person/language.js';
import type { Merger } from './merger.js';
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

type To = Pick<Recipient, 'name' | 'language'>;

/** For staff, when something was against a planned merger on its day. */
export const mergerFailedMail = (
  { name, language }: To,
  { successorName, on }: Plan,
  failure: string,
): MailContent => ({
  name,
  language,
  ...failedWords[language]({ successorName, on: dayInWords(on, language) }, failure),
});

interface Facts {
  readonly names: string;
  readonly successor: string;
  readonly day: string;
}

const mergedWords: Record<Language, (facts: Facts) => Pick<MailContent, 'subject' | 'paragraphs'>> = {
  NL: ({ names, successor, day }) => ({
    subject: `De fusie tot ${successor} is vastgelegd`,
    paragraphs: [
      `${names} zijn sinds ${day} samen ${successor}.`,
      'Wie voor een van deze besturen werkt, werkt nu voor het bestuur na de fusie, met dezelfde rollen. Ook toetreding, kenniskring en projecten gaan daarop over.',
      'Klopt dit niet? Meld het dan aan de vereniging.',
    ],
  }),
  FR: ({ names, successor, day }) => ({
    subject: `La fusion en ${successor} est enregistrée`,
    paragraphs: [
      `${names} forment ensemble ${successor} depuis le ${day}.`,
      'Qui travaille pour l’une de ces administrations travaille désormais pour l’administration issue de la fusion, avec les mêmes rôles. L’adhésion, le cercle de connaissances et les projets lui reviennent aussi.',
      'Ce n’est pas exact ? Signalez-le à l’association.',
    ],
  }),
  EN: ({ names, successor, day }) => ({
    subject: `The merger into ${successor} is recorded`,
    paragraphs: [
      `${names} have been ${successor} together since ${day}.`,
      'Who works for one of these authorities now works for the authority after the merger, with the same roles. Accession, knowledge circle and projects pass to it too.',
      'Is that wrong? Then tell the association.',
    ],
  }),
  DE: ({ names, successor, day }) => ({
    subject: `Die Fusion zu ${successor} ist erfasst`,
    paragraphs: [
      `${names} bilden seit dem ${day} zusammen ${successor}.`,
      'Wer für eine dieser Verwaltungen arbeitet, arbeitet jetzt für die Verwaltung nach der Fusion, mit denselben Rollen. Auch Beitritt, Wissenskreis und Projekte gehen auf sie über.',
      'Stimmt das nicht? Dann melden Sie es dem Verband.',
    ],
  }),
};

/** For the contact persons, DPO and CISO of what merged. */
export function mergedMail({ name, language }: To, { all, asked, on }: Merger): MailContent {
  const names = new Intl.ListFormat(locales[language]).format(all.map((one) => one.name).toSorted());
  const facts = { names, successor: asked.successor.name, day: dayInWords(on, language) };
  return { name, language, ...mergedWords[language](facts) };
}
