import { type EntityManager, In } from 'typeorm';
import type { KnowledgeCircleEntity } from '../knowledge-circle/knowledge-circle.entity.js';
import { enqueueMail, enqueueNotice } from '../mail-outbox/mail-outbox.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { signInAction } from '../mail-outbox/account-page.js';
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

/** For who decides; the reason is the authority's motivation. */
const requestedMail: Letter = {
  NL: ({ circle, authority, reason }) => ({
    subject: `${authority} wil toetreden tot kenniskring ${circle}`,
    paragraphs: [
      `${authority} vraagt om toe te treden tot kenniskring ${circle}. Plan een verkennend gesprek, en beslis daarna.`,
      ...(reason ? [`Motivering: ${reason}`] : []),
    ],
  }),
  FR: ({ circle, authority, reason }) => ({
    subject: `${authority} souhaite rejoindre le cercle de connaissances ${circle}`,
    paragraphs: [
      `${authority} demande à rejoindre le cercle de connaissances ${circle}. Prévoyez un entretien exploratoire, puis décidez.`,
      ...(reason ? [`Motivation : ${reason}`] : []),
    ],
  }),
  EN: ({ circle, authority, reason }) => ({
    subject: `${authority} asks to join knowledge circle ${circle}`,
    paragraphs: [
      `${authority} asks to join knowledge circle ${circle}. Plan an exploratory talk, and decide after it.`,
      ...(reason ? [`Motivation: ${reason}`] : []),
    ],
  }),
  DE: ({ circle, authority, reason }) => ({
    subject: `${authority} möchte dem Wissenskreis ${circle} beitreten`,
    paragraphs: [
      `${authority} möchte dem Wissenskreis ${circle} beitreten. Planen Sie ein Sondierungsgespräch und entscheiden Sie danach.`,
      ...(reason ? [`Begründung: ${reason}`] : []),
    ],
  }),
};

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
    paragraphs: [
      `${authority} kan geen lid worden van kenniskring ${circle}.`,
      `Reden: ${reason}`,
      'Vragen, of op zoek naar een andere kring? Neem contact op met de vereniging.',
    ],
  }),
  FR: ({ circle, authority, reason }) => ({
    subject: `Votre demande au cercle de connaissances ${circle}`,
    paragraphs: [
      `${authority} ne peut pas devenir membre du cercle de connaissances ${circle}.`,
      `Motif : « ${reason} »`,
      'Des questions, ou à la recherche d’un autre cercle ? Contactez l’association.',
    ],
  }),
  EN: ({ circle, authority, reason }) => ({
    subject: `Your request to knowledge circle ${circle}`,
    paragraphs: [
      `${authority} cannot become a member of knowledge circle ${circle}.`,
      `Reason: “${reason}”`,
      'Questions, or looking for another circle? Contact the association.',
    ],
  }),
  DE: ({ circle, authority, reason }) => ({
    subject: `Ihre Anfrage an den Wissenskreis ${circle}`,
    paragraphs: [
      `${authority} kann nicht Mitglied des Wissenskreises ${circle} werden.`,
      `Grund: „${reason}“`,
      'Fragen, oder auf der Suche nach einem anderen Kreis? Wenden Sie sich an den Verband.',
    ],
  }),
};

/** The reason is the circle that it founds. */
export const replacedMail: Letter = {
  NL: ({ circle, authority, reason }) => ({
    subject: `Uw vraag aan kenniskring ${circle} is ingetrokken`,
    paragraphs: [
      `${authority} wil kenniskring ${reason} mee oprichten. Daarom is de vraag om toe te treden tot kenniskring ${circle} ingetrokken.`,
    ],
  }),
  FR: ({ circle, authority, reason }) => ({
    subject: `Votre demande au cercle de connaissances ${circle} est retirée`,
    paragraphs: [
      `${authority} souhaite cofonder le cercle de connaissances ${reason}. La demande de rejoindre le cercle de connaissances ${circle} est donc retirée.`,
    ],
  }),
  EN: ({ circle, authority, reason }) => ({
    subject: `Your request to knowledge circle ${circle} is withdrawn`,
    paragraphs: [
      `${authority} is going to found knowledge circle ${reason}. So the request to join knowledge circle ${circle} is withdrawn.`,
    ],
  }),
  DE: ({ circle, authority, reason }) => ({
    subject: `Ihre Anfrage an den Wissenskreis ${circle} ist zurückgezogen`,
    paragraphs: [
      `${authority} möchte den Wissenskreis ${reason} mitgründen. Deshalb ist die Anfrage an den Wissenskreis ${circle} zurückgezogen.`,
    ],
  }),
};

interface Told {
  readonly accession: Pick<CircleAccessionEntity, 'organisationId' | 'requestedById' | 'motivation'>;
  readonly circle: KnowledgeCircleEntity;
  /** Why it was declined, or what took its place. */
  readonly reason?: string;
  readonly now: Date;
}

/** Puts a mail in the outbox for who asked, when that person is still there. */
export async function tellRequester(tx: EntityManager, letter: Letter, { accession, circle, reason = '', now }: Told) {
  const { requestedById, organisationId } = accession;
  const person = requestedById === null ? null : await tx.findOneBy(PersonEntity, { id: requestedById });
  if (!person) return;
  const facts = { circle: circle.name, authority: await nameOf(tx, organisationId), reason };
  await enqueueNotice(tx, { email: person.email, now }, letterTo(person, letter, facts));
}

/** Puts a mail in the outbox for each coordinator of the circle; where there is none, for each member of staff. */
export async function tellDeciders(tx: EntityManager, { accession, circle, now }: Told): Promise<void> {
  const coordinators = await peopleOf(tx, 'select coordinators_of($1, $2) as person_id', [circle.id, now]);
  const deciders =
    coordinators.length > 0
      ? coordinators
      : await peopleOf(tx, `select person_id from staff_role where role = 'STAFF'`);
  const authority = await nameOf(tx, accession.organisationId);
  const facts = { circle: circle.name, authority, reason: accession.motivation ?? '' };
  const kind = `ACCESSION ${accession.organisationId}`;
  for (const person of deciders) {
    const letter = { ...letterTo(person, requestedMail, facts), ...signInAction };
    await enqueueMail(tx, { email: person.email, kind, now }, letter);
  }
}

/** Locked, as the limit of mails wants it: an authority can ask, withdraw and ask again. */
async function peopleOf(tx: EntityManager, query: string, parameters: unknown[] = []): Promise<PersonEntity[]> {
  const rows = await tx.query<{ person_id: string }[]>(query, parameters);
  const id = In(rows.map(({ person_id: one }) => one));
  return tx.find(PersonEntity, { where: { id }, order: { id: 'ASC' }, lock: { mode: 'for_no_key_update' } });
}

const nameOf = async (tx: EntityManager, id: string): Promise<string> =>
  (await tx.findOneByOrFail(OrganisationEntity, { id })).legalName;

const letterTo = ({ name, language }: PersonEntity, letter: Letter, facts: Facts): MailContent => ({
  name,
  language,
  ...letter[language](facts),
});
