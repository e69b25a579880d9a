import type { EntityManager } from 'typeorm';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import { ExternalIdentityEntity } from '../open-id/external-identity.entity.js';
import { PersonEntity } from '../person/person.entity.js';
import type { AccountLinks } from './account-links.js';
import { CredentialEntity } from './credential.entity.js';
import { invite } from './enter-person.js';
import { addressChangedMail } from './address-mails.js';
import { OneTimeTokenEntity } from './one-time-token.entity.js';
import { endSessionsOf } from './session-end.js';

interface NewAddress {
  readonly email: string;
  readonly links: AccountLinks;
  readonly now: Date;
}

/**
 * Gives a person, whose row is locked, another address on somebody else's word. Nobody knows yet who reads the new mailbox:
 * the account opens again once a password was chosen by the link that goes there. Fails on the unique index when it is taken.
 */
export async function giveAddress(tx: EntityManager, person: PersonEntity, to: NewAddress): Promise<void> {
  const { email, links, now } = to;
  await tx.update(PersonEntity, person.id, { email, emailConfirmedAt: null, enteredAt: now });
  await tx.delete(CredentialEntity, { personId: person.id });
  // nor may who signed in by an issuer before go on
  await tx.delete(ExternalIdentityEntity, { personId: person.id });
  await leaveAddress(tx, person, now);
  const { id, name, language } = person;
  await invite(tx, { id, name, language, email }, { links, now });
}

/** What ends with an address: its links, every session, and a mail there says so. */
export async function leaveAddress(tx: EntityManager, person: PersonEntity, now: Date): Promise<void> {
  await tx.delete(OneTimeTokenEntity, { personId: person.id });
  await tx.query(
    `insert into former_address (person_id, email, left_at) values ($1, $2, $3)
      on conflict (person_id, email) do update set left_at = excluded.left_at`,
    [person.id, person.email, now],
  );
  await endSessionsOf(tx, person.id, { reason: 'EMAIL_CHANGED', now });
  await enqueueNotice(tx, { email: person.email, now }, addressChangedMail(person));
}
