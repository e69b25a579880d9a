import type { EntityManager } from 'typeorm';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import { ExternalIdentityEntity } from '../open-id/external-identity.entity.js';
import { OpenIdFlowEntity } from '../open-id/open-id-flow.entity.js';
import { PersonEntity } from '../person/person.entity.js';
import type { AccountLinks } from './account-links.js';
import { CredentialEntity } from './credential.entity.js';
import { invite } from './enter-person.js';
import { addressChangedMail } from './address-mails.js';
import { OneTimeTokenEntity } from './one-time-token.entity.js';
import { endAccessOf } from './session-end.js';

type Invited = Pick<PersonEntity, 'id' | 'name' | 'email' | 'language'>;

interface Reopening {
  readonly links: AccountLinks;
  readonly now: Date;
}

/**
 * Gives a person, whose row is locked, another address on somebody else's word. Nobody knows yet who reads the new mailbox,
 * so the account is reopened. Fails on the unique index when the address is taken.
 */
export async function giveAddress(tx: EntityManager, person: PersonEntity, to: Reopening & { readonly email: string }) {
  const { id, name, language } = person;
  await tellFormer(tx, person, to.now);
  await tx.update(PersonEntity, id, { email: to.email });
  await reopenAccount(tx, { id, name, language, email: to.email }, to);
}

/**
 * Takes every way in from whoever had them: the account opens again once a password was chosen by the link that goes to its
 * address, and not before.
 */
export async function reopenAccount(tx: EntityManager, person: Invited, { links, now }: Reopening): Promise<void> {
  const { id: personId } = person;
  await tx.update(PersonEntity, personId, { emailConfirmedAt: null, enteredAt: now });
  for (const way of [CredentialEntity, ExternalIdentityEntity, OpenIdFlowEntity])
    await tx.delete<{ personId: string | null }>(way, { personId });
  await endAccess(tx, personId, now);
  await invite(tx, person, { links, now });
}

/** What ends with an address: its links, every session and calendar feed, and a mail there says so. */
export async function leaveAddress(tx: EntityManager, person: PersonEntity, now: Date): Promise<void> {
  await tellFormer(tx, person, now);
  await endAccess(tx, person.id, now);
}

async function endAccess(tx: EntityManager, personId: string, now: Date): Promise<void> {
  await tx.delete(OneTimeTokenEntity, { personId });
  await endAccessOf(tx, personId, { reason: 'EMAIL_CHANGED', now });
}

async function tellFormer(tx: EntityManager, person: PersonEntity, now: Date): Promise<void> {
  await tx.query(
    `insert into former_address (person_id, email, left_at) values ($1, $2, $3)
      on conflict (person_id, email) do update set left_at = excluded.left_at`,
    [person.id, person.email, now],
  );
  await enqueueNotice(tx, { email: person.email, now }, addressChangedMail(person));
}
