import type { EntityManager } from 'typeorm';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { MembershipEntity } from './membership.entity.js';
import type { Recipient, Told } from './membership-mails.js';

// of an organisation: its contact persons of today
const recipients = `
  with today as (select ($3::timestamptz at time zone 'Europe/Brussels')::date as day)
  select name, email, language from person where id = $1 or id in (
    select person_id from employment, today where organisation_id = $2 and 'MEMBER_CONTACT' = any(roles)
      and from_date <= day and (to_date is null or to_date > day))
  order by id`;

export type Letter = (recipient: Recipient, told: Told) => MailContent;

/** Puts a mail about a membership, as it is now, in the outbox for whoever holds it. */
export async function tellHolder(tx: EntityManager, letter: Letter, { id, now }: { id: string; now: Date }) {
  const membership = await tx.findOneByOrFail(MembershipEntity, { id });
  const { personId, organisationId } = membership;
  for (const one of await tx.query<Recipient[]>(recipients, [personId, organisationId, now]))
    await enqueueNotice(tx, { email: one.email, now }, letter(one, membership));
}
