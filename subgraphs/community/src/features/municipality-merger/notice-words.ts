import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';

/** What happened to a plan. */
export type Notice = 'planned' | 'moved' | 'redirected' | 'withdrawn';

interface Facts {
  readonly names: string;
  readonly successor: string;
  readonly day: string;
  /** When it takes effect here; empty when that is its first day. */
  readonly effect: string;
  /** Successor and first day before a change. */
  readonly was: { readonly successor: string; readonly day: string };
}

type Words = Record<Notice, (facts: Facts) => Pick<MailContent, 'subject' | 'paragraphs'>>;

const rightsNL =
  'Vanaf dan werkt wie voor een van deze besturen werkt, voor het bestuur na de fusie, met dezelfde rollen, en leest ook wat de andere voor zich hielden.';
const effectNL = (day: string): string => day && ` In Lokaal Digitaal gaat dat in op ${day}.`;
const objectNL = 'Klopt dit niet? Meld het dan voor die dag aan de vereniging: zij kan het intrekken.';
const formerNL = (was: Facts['was']): string => `Eerder gepland: tot ${was.successor}, met als eerste dag ${was.day}.`;
const rightsFR =
  'Dès lors, qui travaille pour l’une de ces administrations travaille pour l’administration issue de la fusion, avec les mêmes rôles, et lit aussi ce que les autres gardaient pour elles.';
const effectFR = (day: string): string => day && ` Dans Lokaal Digitaal, cela prend effet le ${day}.`;
const objectFR = 'Ce n’est pas exact ? Signalez-le avant ce jour à l’association : elle peut l’annuler.';
const formerFR = (was: Facts['was']): string => `Prévu auparavant : en ${was.successor}, premier jour le ${was.day}.`;
const rightsEN =
  'From then on, who works for one of these authorities works for the authority after the merger, with the same roles, and also reads what the others kept to themselves.';
const effectEN = (day: string): string => day && ` In Lokaal Digitaal that takes effect on ${day}.`;
const objectEN = 'Is that wrong? Then tell the association before that day: it can withdraw it.';
const formerEN = (was: Facts['was']): string =>
  `Planned before: into ${was.successor}, with ${was.day} as its first day.`;
const rightsDE =
  'Von da an arbeitet, wer für eine dieser Verwaltungen arbeitet, für die Verwaltung nach der Fusion, mit denselben Rollen, und liest auch, was die anderen für sich behielten.';
const effectDE = (day: string): string => day && ` In Lokaal Digitaal wird das am ${day} wirksam.`;
const objectDE = 'Stimmt das nicht? Dann melden Sie es vor diesem Tag dem Verband: er kann es zurückziehen.';
const formerDE = (was: Facts['was']): string =>
  `Bisher geplant: zu ${was.successor}, mit dem ${was.day} als erstem Tag.`;

/** What is told of a planned merger. */
export const noticeWords: Record<Language, Words> = {
  NL: {
    planned: ({ names, successor, day, effect }) => ({
      subject: `De fusie tot ${successor} is gepland`,
      paragraphs: [
        `${names} fuseren tot ${successor}, met als eerste dag ${day}.${effectNL(effect)}`,
        rightsNL,
        objectNL,
      ],
    }),
    moved: ({ names, successor, day, effect, was }) => ({
      subject: `De fusie tot ${successor} is verplaatst`,
      paragraphs: [
        `${names} fuseren tot ${successor}, nu met als eerste dag ${day}.${effectNL(effect)}`,
        rightsNL,
        formerNL(was),
        objectNL,
      ],
    }),
    redirected: ({ names, successor, day, effect, was }) => ({
      subject: `De fusie tot ${was.successor} wordt een fusie tot ${successor}`,
      paragraphs: [
        `${names} fuseren nu tot ${successor}, met als eerste dag ${day}.${effectNL(effect)}`,
        formerNL(was),
        rightsNL,
        objectNL,
      ],
    }),
    withdrawn: ({ names, successor }) => ({
      subject: `De fusie tot ${successor} is ingetrokken`,
      paragraphs: [`De geplande fusie van ${names} tot ${successor} gaat niet door. Er verandert niets.`],
    }),
  },
  FR: {
    planned: ({ names, successor, day, effect }) => ({
      subject: `La fusion en ${successor} est prévue`,
      paragraphs: [
        `${names} fusionnent en ${successor} ; le premier jour est le ${day}.${effectFR(effect)}`,
        rightsFR,
        objectFR,
      ],
    }),
    moved: ({ names, successor, day, effect, was }) => ({
      subject: `La fusion en ${successor} est déplacée`,
      paragraphs: [
        `${names} fusionnent en ${successor} ; le premier jour est maintenant le ${day}.${effectFR(effect)}`,
        rightsFR,
        formerFR(was),
        objectFR,
      ],
    }),
    redirected: ({ names, successor, day, effect, was }) => ({
      subject: `La fusion en ${was.successor} devient une fusion en ${successor}`,
      paragraphs: [
        `${names} fusionnent désormais en ${successor} ; le premier jour est le ${day}.${effectFR(effect)}`,
        formerFR(was),
        rightsFR,
        objectFR,
      ],
    }),
    withdrawn: ({ names, successor }) => ({
      subject: `La fusion en ${successor} est annulée`,
      paragraphs: [`La fusion prévue de ${names} en ${successor} n’aura pas lieu. Rien ne change.`],
    }),
  },
  EN: {
    planned: ({ names, successor, day, effect }) => ({
      subject: `The merger into ${successor} is planned`,
      paragraphs: [`${names} merge into ${successor}; its first day is ${day}.${effectEN(effect)}`, rightsEN, objectEN],
    }),
    moved: ({ names, successor, day, effect, was }) => ({
      subject: `The merger into ${successor} was moved`,
      paragraphs: [
        `${names} merge into ${successor}; its first day is now ${day}.${effectEN(effect)}`,
        rightsEN,
        formerEN(was),
        objectEN,
      ],
    }),
    redirected: ({ names, successor, day, effect, was }) => ({
      subject: `The merger into ${was.successor} becomes a merger into ${successor}`,
      paragraphs: [
        `${names} now merge into ${successor}; its first day is ${day}.${effectEN(effect)}`,
        formerEN(was),
        rightsEN,
        objectEN,
      ],
    }),
    withdrawn: ({ names, successor }) => ({
      subject: `The merger into ${successor} was withdrawn`,
      paragraphs: [`The planned merger of ${names} into ${successor} does not take place. Nothing changes.`],
    }),
  },
  DE: {
    planned: ({ names, successor, day, effect }) => ({
      subject: `Die Fusion zu ${successor} ist geplant`,
      paragraphs: [
        `${names} fusionieren zu ${successor}; der erste Tag ist der ${day}.${effectDE(effect)}`,
        rightsDE,
        objectDE,
      ],
    }),
    moved: ({ names, successor, day, effect, was }) => ({
      subject: `Die Fusion zu ${successor} wurde verschoben`,
      paragraphs: [
        `${names} fusionieren zu ${successor}; der erste Tag ist nun der ${day}.${effectDE(effect)}`,
        rightsDE,
        formerDE(was),
        objectDE,
      ],
    }),
    redirected: ({ names, successor, day, effect, was }) => ({
      subject: `Aus der Fusion zu ${was.successor} wird eine Fusion zu ${successor}`,
      paragraphs: [
        `${names} fusionieren nun zu ${successor}; der erste Tag ist der ${day}.${effectDE(effect)}`,
        formerDE(was),
        rightsDE,
        objectDE,
      ],
    }),
    withdrawn: ({ names, successor }) => ({
      subject: `Die Fusion zu ${successor} wurde zurückgezogen`,
      paragraphs: [`Die geplante Fusion von ${names} zu ${successor} findet nicht statt. Es ändert sich nichts.`],
    }),
  },
};
