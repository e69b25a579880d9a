import { dayOf } from '@lokaal/shared/config';
import type { EntityManager } from 'typeorm';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import type { PersonEntity } from '../person/person.entity.js';

export type Recipient = Pick<PersonEntity, 'name' | 'email' | 'language'>;

const contacts = `select name, email, language from person where id in (
    select person_id from employment where organisation_id = any ($1) and 'MEMBER_CONTACT' = any (roles)
      and from_date <= $2 and (to_date is null or to_date > $2))
  and id is distinct from $3 order by id`;

interface To {
  readonly organisationIds: readonly string[];
  readonly now: Date;
  /** Who did it, and knows. */
  readonly exceptId?: string | undefined;
}

/** Puts a mail in the outbox for the contact persons of organisations today, one for each person. */
export async function tellContacts(
  tx: EntityManager,
  { organisationIds, now, exceptId }: To,
  letter: (to: Recipient) => MailContent,
): Promise<void> {
  const people = await tx.query<Recipient[]>(contacts, [organisationIds, dayOf(now), exceptId ?? null]);
  const letters = people.map((one) => ({ email: one.email, content: letter(one) }));
  await enqueueNotices(tx, now, letters);
}
