import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';

export interface Facts {
  readonly circle: string;
  readonly authority: string;
  readonly day: string;
  /** First day on which it no longer is a member; empty when that is not known. */
  readonly to: string;
}

export type Letter = Record<Language, (facts: Facts) => Pick<MailContent, 'subject' | 'paragraphs'>>;

export const joinedMail: Letter = {
  NL: ({ circle, authority, day }) => ({
    subject: `Welkom in kenniskring ${circle}`,
    paragraphs: [`${authority} is lid van kenniskring ${circle} vanaf ${day}.`],
  }),
  FR: ({ circle, authority, day }) => ({
    subject: `Bienvenue dans le cercle de connaissances ${circle}`,
    paragraphs: [`${authority} est membre du cercle de connaissances ${circle} à partir du ${day}.`],
  }),
  EN: ({ circle, authority, day }) => ({
    subject: `Welcome to knowledge circle ${circle}`,
    paragraphs: [`${authority} is a member of knowledge circle ${circle} from ${day} on.`],
  }),
  DE: ({ circle, authority, day }) => ({
    subject: `Willkommen im Wissenskreis ${circle}`,
    paragraphs: [`${authority} ist ab dem ${day} Mitglied des Wissenskreises ${circle}.`],
  }),
};

export const leftMail: Letter = {
  NL: ({ circle, authority, day }) => ({
    subject: `${authority} verlaat kenniskring ${circle}`,
    paragraphs: [`${authority} is vanaf ${day} geen lid meer van kenniskring ${circle}.`],
  }),
  FR: ({ circle, authority, day }) => ({
    subject: `${authority} quitte le cercle de connaissances ${circle}`,
    paragraphs: [`${authority} n’est plus membre du cercle de connaissances ${circle} à partir du ${day}.`],
  }),
  EN: ({ circle, authority, day }) => ({
    subject: `${authority} leaves knowledge circle ${circle}`,
    paragraphs: [`${authority} is no longer a member of knowledge circle ${circle} from ${day} on.`],
  }),
  DE: ({ circle, authority, day }) => ({
    subject: `${authority} verlässt den Wissenskreis ${circle}`,
    paragraphs: [`${authority} ist ab dem ${day} nicht mehr Mitglied des Wissenskreises ${circle}.`],
  }),
};

/** What was entered wrongly is right now. */
export const correctedMail: Letter = {
  NL: ({ circle, authority, day, to }) => ({
    subject: `Lidmaatschap van kenniskring ${circle} verbeterd`,
    paragraphs: [
      `Het lidmaatschap van ${authority} van kenniskring ${circle} is verbeterd: vanaf ${day}${to && ` tot ${to}`}.`,
    ],
  }),
  FR: ({ circle, authority, day, to }) => ({
    subject: `Participation au cercle de connaissances ${circle} corrigée`,
    paragraphs: [
      `La participation de ${authority} au cercle de connaissances ${circle} est corrigée : à partir du ${day}${to && ` jusqu’au ${to}`}.`,
    ],
  }),
  EN: ({ circle, authority, day, to }) => ({
    subject: `Membership of knowledge circle ${circle} corrected`,
    paragraphs: [
      `The membership of ${authority} in knowledge circle ${circle} was corrected: from ${day} on${to && ` until ${to}`}.`,
    ],
  }),
  DE: ({ circle, authority, day, to }) => ({
    subject: `Mitgliedschaft im Wissenskreis ${circle} berichtigt`,
    paragraphs: [
      `Die Mitgliedschaft von ${authority} im Wissenskreis ${circle} wurde berichtigt: ab dem ${day}${to && ` bis zum ${to}`}.`,
    ],
  }),
};

/** What was entered wrongly never was. */
export const removedMail: Letter = {
  NL: ({ circle, authority, day }) => ({
    subject: `Lidmaatschap van kenniskring ${circle} geschrapt`,
    paragraphs: [`Het lidmaatschap van ${authority} van kenniskring ${circle} vanaf ${day} was fout, en is geschrapt.`],
  }),
  FR: ({ circle, authority, day }) => ({
    subject: `Participation au cercle de connaissances ${circle} supprimée`,
    paragraphs: [
      `La participation de ${authority} au cercle de connaissances ${circle} à partir du ${day} était une erreur et est supprimée.`,
    ],
  }),
  EN: ({ circle, authority, day }) => ({
    subject: `Membership of knowledge circle ${circle} removed`,
    paragraphs: [
      `The membership of ${authority} in knowledge circle ${circle} from ${day} on was wrong and is removed.`,
    ],
  }),
  DE: ({ circle, authority, day }) => ({
    subject: `Mitgliedschaft im Wissenskreis ${circle} gelöscht`,
    paragraphs: [
      `Die Mitgliedschaft von ${authority} im Wissenskreis ${circle} ab dem ${day} war falsch und ist gelöscht.`,
    ],
  }),
};

/** The circle is no more: for all of its members, so it names none. */
export const endedMail: Letter = {
  NL: ({ circle, day }) => ({
    subject: `Kenniskring ${circle} eindigt`,
    paragraphs: [
      `Kenniskring ${circle} bestaat niet meer vanaf ${day}. De lidmaatschappen eindigen op die dag, en vragen om toe te treden zijn ingetrokken.`,
    ],
  }),
  FR: ({ circle, day }) => ({
    subject: `Le cercle de connaissances ${circle} prend fin`,
    paragraphs: [
      `Le cercle de connaissances ${circle} n’existe plus à partir du ${day}. Les participations prennent fin ce jour-là, et les demandes d’adhésion sont retirées.`,
    ],
  }),
  EN: ({ circle, day }) => ({
    subject: `Knowledge circle ${circle} ends`,
    paragraphs: [
      `Knowledge circle ${circle} is no more from ${day} on. Memberships end on that day, and requests to join are withdrawn.`,
    ],
  }),
  DE: ({ circle, day }) => ({
    subject: `Der Wissenskreis ${circle} endet`,
    paragraphs: [
      `Den Wissenskreis ${circle} gibt es ab dem ${day} nicht mehr. Die Mitgliedschaften enden an diesem Tag, und Beitrittsanfragen sind zurückgezogen.`,
    ],
  }),
};
