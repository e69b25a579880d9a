import type { EntityManager } from 'typeorm';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { tellContacts } from '../organisation/tell-contacts.js';
import { dayInWords } from '../person/day-in-words.js';
import type { Language } from '../person/language.js';

interface Facts {
  readonly circle: string;
  readonly authority: string;
  readonly day: string;
}

type Letter = Record<Language, (facts: Facts) => Pick<MailContent, 'subject' | 'paragraphs'>>;

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

interface Change {
  readonly circle: { readonly name: string };
  readonly organisationId: string;
  /** From when on it is a member, or no longer. */
  readonly day: string;
  readonly now: Date;
  /** Who does it, and knows. */
  readonly byId: string | undefined;
}

/** Puts a mail in the outbox for each contact person of an authority. */
export async function tellAuthority(tx: EntityManager, letter: Letter, change: Change): Promise<void> {
  const { circle, organisationId, day, now, byId } = change;
  const { legalName } = await tx.findOneByOrFail(OrganisationEntity, { id: organisationId });
  await tellContacts(tx, { organisationIds: [organisationId], now, exceptId: byId }, ({ name, language }) => {
    const facts = { circle: circle.name, authority: legalName, day: dayInWords(day, language) };
    return { name, language, ...letter[language](facts) };
  });
}
