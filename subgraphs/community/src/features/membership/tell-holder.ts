import type { EntityManager } from 'typeorm';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import { tellContacts } from '../organisation/tell-contacts.js';
import { PersonEntity } from '../person/person.entity.js';
import { MembershipEntity } from './membership.entity.js';
import type { Letter, LetterTurn } from './membership-letter.js';

interface Of extends LetterTurn {
  readonly id: string;
  /** Whose contact persons are told in the place of an organisation that merged. */
  readonly heirId?: string;
}

/** Puts a mail about a membership, as it is now, in the outbox for whoever holds it: of an organisation its contact persons. */
export async function tellHolder(tx: EntityManager, letter: Letter, { id, heirId, ...turn }: Of) {
  const membership = await tx.findOneByOrFail(MembershipEntity, { id });
  const { personId, organisationId } = membership;
  const { now } = turn;
  if (organisationId !== null)
    return tellContacts(tx, { organisationIds: [heirId ?? organisationId], now }, (to) => letter(to, membership, turn));
  const person = personId === null ? null : await tx.findOneBy(PersonEntity, { id: personId });
  if (person) await enqueueNotice(tx, { email: person.email, now }, letter(person, membership, turn));
}
