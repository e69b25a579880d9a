import type { EntityManager } from 'typeorm';
import type { KnowledgeCircleEntity } from '../knowledge-circle/knowledge-circle.entity.js';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import type { Language } from '../person/language.js';
import { PersonEntity } from '../person/person.entity.js';
import type { CircleAccessionEntity } from './circle-accession.entity.js';

interface Facts {
  readonly circle: string;
  readonly authority: string;
  readonly reason: string;
}

type Words = (facts: Facts) => Pick<MailContent, 'subject' | 'paragraphs'>;
type Letter = Record<Language, Words>;

export const acceptedMail: Letter = {
  NL: ({ circle, authority }) => ({
    subject: `Welkom in kenniskring ${circle}`,
    paragraphs: [`${authority} is aanvaard als lid van kenniskring ${circle}.`],
  }),
  FR: ({ circle, authority }) => ({
    subject: `Bienvenue dans le cercle de connaissances ${circle}`,
    paragraphs: [`${authority} a été accepté(e) comme membre du cercle de connaissances ${circle}.`],
  }),
  EN: ({ circle, authority }) => ({
    subject: `Welcome to knowledge circle ${circle}`,
    paragraphs: [`${authority} was accepted as a member of knowledge circle ${circle}.`],
  }),
  DE: ({ circle, authority }) => ({
    subject: `Willkommen im Wissenskreis ${circle}`,
    paragraphs: [`${authority} wurde als Mitglied des Wissenskreises ${circle} aufgenommen.`],
  }),
};

export const declinedMail: Letter = {
  NL: ({ circle, authority, reason }) => ({
    subject: `Uw vraag aan kenniskring ${circle}`,
    paragraphs: [`${authority} kan geen lid worden van kenniskring ${circle}.`, `Reden: ${reason}`],
  }),
  FR: ({ circle, authority, reason }) => ({
    subject: `Votre demande au cercle de connaissances ${circle}`,
    paragraphs: [`${authority} ne peut pas devenir membre du cercle de connaissances ${circle}.`, `Motif : ${reason}`],
  }),
  EN: ({ circle, authority, reason }) => ({
    subject: `Your request to knowledge circle ${circle}`,
    paragraphs: [`${authority} cannot become a member of knowledge circle ${circle}.`, `Reason: ${reason}`],
  }),
  DE: ({ circle, authority, reason }) => ({
    subject: `Ihre Anfrage an den Wissenskreis ${circle}`,
    paragraphs: [`${authority} kann nicht Mitglied des Wissenskreises ${circle} werden.`, `Grund: ${reason}`],
  }),
};

interface Told {
  readonly accession: CircleAccessionEntity;
  readonly circle: KnowledgeCircleEntity;
  /** Why it was declined. */
  readonly reason?: string;
  readonly now: Date;
}

/** Puts a mail in the outbox for who asked, when that person is still there. */
export async function tellRequester(tx: EntityManager, letter: Letter, { accession, circle, reason = '', now }: Told) {
  const { requestedById, organisationId } = accession;
  const person = requestedById === null ? null : await tx.findOneBy(PersonEntity, { id: requestedById });
  if (!person) return;
  const { legalName } = await tx.findOneByOrFail(OrganisationEntity, { id: organisationId });
  const facts = { circle: circle.name, authority: legalName, reason };
  const { name, language, email } = person;
  await enqueueNotice(tx, { email, now }, { name, language, ...letter[language](facts) });
}
