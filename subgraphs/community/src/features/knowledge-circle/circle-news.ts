import { dayOf } from '@lokaal/shared/config';
import type { EntityManager } from 'typeorm';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { type Recipient, tellContacts } from '../organisation/tell-contacts.js';
import { dayInWords } from '../person/day-in-words.js';
import type { Language } from '../person/language.js';
import { endedMail, type Facts, leftMail, type Letter } from './circle-membership-mails.js';
import type { KnowledgeCircleEntity } from './knowledge-circle.entity.js';

interface News {
  /** From when on it is a member, or no longer, or from when on the circle is no more. */
  readonly day: string;
  /** First day on which it no longer is a member, when it was and that is known. */
  readonly to?: string | null;
  readonly now: Date;
  /** Who does it, and knows. */
  readonly byId: string | undefined;
}

interface Change extends News {
  readonly circle: Pick<KnowledgeCircleEntity, 'name'>;
  readonly organisationId: string;
}

/** Puts a mail in the outbox for each contact person of an authority. */
export async function tellAuthority(tx: EntityManager, letter: Letter, change: Change): Promise<void> {
  const { organisationId, now, byId } = change;
  await tellContacts(
    tx,
    { organisationIds: [organisationId], now, exceptId: byId },
    writer(letter, await factsOf(tx, change), change),
  );
}

interface KeptChange extends Change {
  readonly circle: Pick<KnowledgeCircleEntity, 'id' | 'name'>;
}

/** As tellAuthority, and one for each coordinator of the circle who is not told as a contact person. */
export async function tellAuthorityAndCoordinators(tx: EntityManager, letter: Letter, change: KeptChange) {
  await tellAuthority(tx, letter, change);
  const { circle, organisationId, now, byId } = change;
  const to = { circleId: circle.id, besideContactsOf: [organisationId], now, byId };
  await tellCoordinators(tx, to, writer(letter, await factsOf(tx, change), change));
}

interface End extends News {
  readonly circle: Pick<KnowledgeCircleEntity, 'id' | 'name'>;
  /** Of authorities that leave with it, or asked to join it. */
  readonly organisationIds: readonly string[];
}

/** Tells each contact person and coordinator once that a circle is no more. */
export async function tellOfEnd(tx: EntityManager, { circle, organisationIds, ...news }: End): Promise<void> {
  const { now, byId } = news;
  const letter = writer(endedMail, { circle: circle.name, authority: '' }, news);
  await tellContacts(tx, { organisationIds, now, exceptId: byId }, letter);
  await tellCoordinators(tx, { circleId: circle.id, besideContactsOf: organisationIds, now, byId }, letter);
}

type Names = Pick<Facts, 'circle' | 'authority'>;

async function factsOf(tx: EntityManager, { circle, organisationId }: Change): Promise<Names> {
  const { legalName } = await tx.findOneByOrFail(OrganisationEntity, { id: organisationId });
  return { circle: circle.name, authority: legalName };
}

const inWords = (day: string | null | undefined, language: Language): string =>
  day == null ? '' : dayInWords(day, language);

const writer =
  (letter: Letter, names: Names, { day, to }: Pick<News, 'day' | 'to'>) =>
  ({ name, language }: Recipient): MailContent => {
    const facts = { ...names, day: inWords(day, language), to: inWords(to, language) };
    return { name, language, ...letter[language](facts) };
  };

const coordinators = `select name, email, language from person
  where id in (select coordinators_of($1, $5)) and id is distinct from $2
    and not exists (select from employment where person_id = person.id and organisation_id = any ($3)
      and 'MEMBER_CONTACT' = any (roles) and from_date <= $4 and (to_date is null or to_date > $4))
  order by id`;

interface Coordinators extends Pick<News, 'now' | 'byId'> {
  readonly circleId: string;
  readonly besideContactsOf: readonly string[];
}

async function tellCoordinators(tx: EntityManager, to: Coordinators, letter: (to: Recipient) => MailContent) {
  const asked = [to.circleId, to.byId ?? null, to.besideContactsOf, dayOf(to.now), to.now];
  const people = await tx.query<Recipient[]>(coordinators, asked);
  const letters = people.map((one) => ({ email: one.email, content: letter(one) }));
  await enqueueNotices(tx, to.now, letters);
}

const circlesOf = `select circle.id, circle.name from knowledge_circle circle join circle_membership member on member.circle_id = circle.id
  where member.organisation_id = $1 and member.from_date < $2 and (member.to_date is null or member.to_date > $2)`;

/** Tells the coordinators of the circle that an authority is in; its contact persons are told of more. Before it leaves. */
export async function tellCoordinatorsOfLeaving(tx: EntityManager, leaving: Omit<Change, 'circle'>): Promise<void> {
  const { organisationId, day, now, byId } = leaving;
  for (const circle of await tx.query<KeptChange['circle'][]>(circlesOf, [organisationId, day])) {
    const letter = writer(leftMail, await factsOf(tx, { circle, ...leaving }), leaving);
    await tellCoordinators(tx, { circleId: circle.id, besideContactsOf: [organisationId], now, byId }, letter);
  }
}
