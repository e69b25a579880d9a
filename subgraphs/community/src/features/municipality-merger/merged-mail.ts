import type { CalendarTurn } from '../calendar/calendar-attachment.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { renewalEntry } from '../membership/membership-letter.js';
import type { PassedOn } from '../membership/pass-on-membership.js';
import type { Recipient } from '../organisation/tell-contacts.js';
import { dayInWords } from '../person/day-in-words.js';
import { type Language, locales } from '../person/language.js';

/** What is told of a merger that was carried out. */
export interface Merged extends CalendarTurn {
  readonly names: readonly string[];
  readonly successor: string;
  readonly on: string;
  /** In which what merged goes on. */
  readonly circle: string | null;
  /** Those with anybody to tell that they go on under another name. */
  readonly accessions: readonly (PassedOn & { readonly contactIds: readonly string[] })[];
}

interface Words {
  readonly subject: (successor: string) => string;
  readonly merged: (names: string, successor: string, day: string) => string;
  readonly work: string;
  readonly accession: (names: string, heir: string, day: string) => string;
  readonly circle: (name: string) => string;
  readonly object: string;
}

const words: Record<Language, Words> = {
  NL: {
    subject: (successor) => `De fusie tot ${successor} is vastgelegd`,
    merged: (names, successor, day) => `${names} zijn sinds ${day} samen ${successor}.`,
    work: 'Wie voor een van deze besturen werkt, werkt nu voor het bestuur na de fusie, met dezelfde rollen. Ook deelnames aan projecten gaan daarop over.',
    accession: (names, heir, day) => `De toetreding van ${names} gaat sinds ${day} verder op naam van ${heir}.`,
    circle: (name) => `De kenniskring na de fusie is ${name}.`,
    object: 'Klopt dit niet? Meld het dan aan de vereniging.',
  },
  FR: {
    subject: (successor) => `La fusion en ${successor} est enregistrée`,
    merged: (names, successor, day) => `${names} forment ensemble ${successor} depuis le ${day}.`,
    work: 'Qui travaille pour l’une de ces administrations travaille désormais pour l’administration issue de la fusion, avec les mêmes rôles. Les participations aux projets lui reviennent aussi.',
    accession: (names, heir, day) => `L’adhésion de ${names} se poursuit depuis le ${day} au nom de ${heir}.`,
    circle: (name) => `Le cercle de connaissances après la fusion est ${name}.`,
    object: 'Ce n’est pas exact ? Signalez-le à l’association.',
  },
  EN: {
    subject: (successor) => `The merger into ${successor} is recorded`,
    merged: (names, successor, day) => `${names} have been ${successor} together since ${day}.`,
    work: 'Who works for one of these authorities now works for the authority after the merger, with the same roles. Participations in projects pass to it too.',
    accession: (names, heir, day) => `The accession of ${names} goes on in the name of ${heir} since ${day}.`,
    circle: (name) => `The knowledge circle after the merger is ${name}.`,
    object: 'Is that wrong? Then tell the association.',
  },
  DE: {
    subject: (successor) => `Die Fusion zu ${successor} ist erfasst`,
    merged: (names, successor, day) => `${names} bilden seit dem ${day} zusammen ${successor}.`,
    work: 'Wer für eine dieser Verwaltungen arbeitet, arbeitet jetzt für die Verwaltung nach der Fusion, mit denselben Rollen. Auch Teilnahmen an Projekten gehen auf sie über.',
    accession: (names, heir, day) =>
      `Der Beitritt von ${names} besteht seit dem ${day} auf den Namen von ${heir} fort.`,
    circle: (name) => `Der Wissenskreis nach der Fusion ist ${name}.`,
    object: 'Stimmt das nicht? Dann melden Sie es dem Verband.',
  },
};

/**
 * For the contact persons, DPO and CISO of what merged: all that it means for them in one mail. Of an accession that goes on
 * the calendars of contact persons get the last day to renew it under its new name.
 */
export function mergedMail({ id, name, language }: Recipient, { on, accessions, ...of }: Merged): MailContent {
  const say = words[language];
  const [list, day] = [new Intl.ListFormat(locales[language]), dayInWords(on, language)];
  const subject = say.subject(of.successor);
  const paragraphs = [
    say.merged(list.format(of.names), of.successor, day),
    say.work,
    ...accessions.map(({ ended, goesOn }) => say.accession(list.format(holdersOf(ended)), goesOn.holderName, day)),
    ...(of.circle === null ? [] : [say.circle(of.circle)]),
    say.object,
  ];
  const entryOf = (told: PassedOn['goesOn'], method: 'CANCEL' | 'PUBLISH') =>
    renewalEntry({ language }, told, { now: of.now, mailFrom: of.mailFrom, said: { subject, paragraphs }, method });
  const attachments = accessions
    .filter(({ contactIds }) => contactIds.includes(id))
    .flatMap(({ ended, goesOn }) => [...ended.flatMap((one) => entryOf(one, 'CANCEL')), ...entryOf(goesOn, 'PUBLISH')]);
  return { name, language, subject, paragraphs, attachments };
}

const holdersOf = (ended: PassedOn['ended']): string[] => [...new Set(ended.map(({ holderName }) => holderName))];
