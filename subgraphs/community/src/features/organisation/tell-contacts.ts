import { dayOf } from '@lokaal/shared/config';
import type { EntityManager } from 'typeorm';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { EmploymentRole } from '../person/employment.enums.js';
import type { PersonEntity } from '../person/person.entity.js';

export type Recipient = Pick<PersonEntity, 'id' | 'name' | 'email' | 'language'>;

/** Who answers for what an organisation keeps to itself. */
export const answerable = [EmploymentRole.MEMBER_CONTACT, EmploymentRole.DPO, EmploymentRole.CISO];

const holders = `select id, name, email, language from person where id in (
    select person_id from employment where organisation_id = any ($1) and roles && $3
      and from_date <= $2 and (to_date is null or to_date > $2)) order by id`;

interface Of {
  readonly organisationIds: readonly string[];
  readonly now: Date;
  readonly roles: readonly EmploymentRole[];
}

/** Whoever has one of the roles at one of the organisations today, each person once. */
export const holdersOf = (tx: EntityManager, { organisationIds, now, roles }: Of): Promise<Recipient[]> =>
  tx.query<Recipient[]>(holders, [organisationIds, dayOf(now), roles]);

interface To extends Pick<Of, 'organisationIds' | 'now'>, Partial<Pick<Of, 'roles'>> {
  /** Who did it, and knows. */
  readonly exceptId?: string | undefined;
}

/** Puts a mail in the outbox for the contact persons, or who has other roles, of organisations today, one for each person. */
export async function tellContacts(
  tx: EntityManager,
  { exceptId, roles = [EmploymentRole.MEMBER_CONTACT], ...of }: To,
  letter: (to: Recipient) => MailContent,
): Promise<void> {
  const people = (await holdersOf(tx, { ...of, roles })).filter(({ id }) => id !== exceptId);
  const letters = people.map((one) => ({ email: one.email, content: letter(one) }));
  await enqueueNotices(tx, of.now, letters);
}
