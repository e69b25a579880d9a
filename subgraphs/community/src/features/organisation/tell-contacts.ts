import { dayOf } from '@lokaal/shared/config';
import type { EntityManager } from 'typeorm';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { EmploymentRole } from '../person/employment.enums.js';
import type { PersonEntity } from '../person/person.entity.js';

export type Recipient = Pick<PersonEntity, 'name' | 'email' | 'language'>;

const contacts = `select name, email, language from person where id in (
    select person_id from employment where organisation_id = any ($1) and roles && $4
      and from_date <= $2 and (to_date is null or to_date > $2))
  and id is distinct from $3 order by id`;

/** Who answers for what an organisation keeps to itself, beside its contact persons. */
export const answerable = [EmploymentRole.MEMBER_CONTACT, EmploymentRole.DPO, EmploymentRole.CISO];

interface To {
  readonly organisationIds: readonly string[];
  readonly now: Date;
  /** Who did it, and knows. */
  readonly exceptId?: string | undefined;
  /** The contact persons alone when not said. */
  readonly roles?: readonly EmploymentRole[];
}

/** Puts a mail in the outbox for the contact persons, or who has other roles, of organisations today, one for each person. */
export async function tellContacts(
  tx: EntityManager,
  { organisationIds, now, exceptId, roles = [EmploymentRole.MEMBER_CONTACT] }: To,
  letter: (to: Recipient) => MailContent,
): Promise<void> {
  const people = await tx.query<Recipient[]>(contacts, [organisationIds, dayOf(now), exceptId ?? null, roles]);
  const letters = people.map((one) => ({ email: one.email, content: letter(one) }));
  await enqueueNotices(tx, now, letters);
}
