import type { EntityManager } from 'typeorm';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { type Recipient, tellContacts } from '../organisation/tell-contacts.js';
import { PersonEntity } from '../person/person.entity.js';
import { MembershipEntity } from './membership.entity.js';
import type { Told } from './membership-letter.js';

export type Letter = (recipient: Recipient, told: Told) => MailContent;

/** Puts a mail about a membership, as it is now, in the outbox for whoever holds it: of an organisation its contact persons. */
export async function tellHolder(tx: EntityManager, letter: Letter, { id, now }: { id: string; now: Date }) {
  const membership = await tx.findOneByOrFail(MembershipEntity, { id });
  const { personId, organisationId } = membership;
  if (organisationId !== null)
    return tellContacts(tx, { organisationIds: [organisationId], now }, (to) => letter(to, membership));
  const person = personId === null ? null : await tx.findOneBy(PersonEntity, { id: personId });
  if (person) await enqueueNotice(tx, { email: person.email, now }, letter(person, membership));
}
