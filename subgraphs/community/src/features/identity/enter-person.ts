import { DomainError } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import { EmploymentEntity } from '../person/employment.entity.js';
import { PersonEntity } from '../person/person.entity.js';
import { StaffRoleEntity } from '../person/staff-role.entity.js';
import type { AccountLinks } from './account-links.js';
import { lockPersonByEmail } from './account.query.js';
import { CredentialEntity } from './credential.entity.js';
import { invitationMail } from './address-mails.js';
import { createLinkToken } from './one-time-link.js';
import { OneTimeTokenEntity } from './one-time-token.entity.js';
import { foldEmail } from './sign-in-origin.js';

type Entry = Pick<PersonEntity, 'name' | 'email' | 'language'>;

/** As it is written when nobody has the address; who does, keeps another id. */
interface NewPerson extends Entry, Pick<PersonEntity, 'id'> {
  /** Absent: nobody entered this person, who registers. */
  readonly enteredAt?: Date;
}

interface Entering {
  readonly links: AccountLinks;
  readonly now: Date;
}

/** The unique index decides who comes first; everybody waits for that one, then sees the same row. */
export async function findOrCreatePerson(tx: EntityManager, wanted: NewPerson): Promise<PersonEntity> {
  const { id, name, email, language, enteredAt } = wanted;
  const person = { id, name, email: foldEmail(email), language, enteredAt, consentDirectory: false };
  await tx.createQueryBuilder().insert().into(PersonEntity).values(person).orIgnore().updateEntity(false).execute();
  // who was there may be removed before it could be locked
  return (await lockPersonByEmail(tx, email)) ?? findOrCreatePerson(tx, wanted);
}

/**
 * Whether a registration may still take this person over: never confirmed, and entered by nobody else. Who was entered
 * gets in by the link of a new password only, so that no stranger's password can be confirmed by mistake.
 */
export async function isOpen(tx: EntityManager, { id, emailConfirmedAt, enteredAt }: PersonEntity): Promise<boolean> {
  if (emailConfirmedAt || enteredAt) return false;
  const isEntered =
    (await tx.existsBy(EmploymentEntity, { personId: id })) || (await tx.existsBy(StaffRoleEntity, { personId: id }));
  return !isEntered;
}

/**
 * Makes room for who proved to hold the mailbox: a registration with its address that nobody confirmed goes, and with it
 * whatever a stranger wrote there.
 */
export async function freeAddress(tx: EntityManager, email: string): Promise<void> {
  const other = await lockPersonByEmail(tx, email);
  if (other && (await isOpen(tx, other))) await tx.delete(PersonEntity, other.id);
}

/**
 * Enters a person on behalf of the association, who is sent a link to choose a password. A registration that nobody
 * confirmed is taken over, and its password forgotten. Throws a DomainError ALREADY_EXISTS.
 */
export async function enterPerson(tx: EntityManager, entry: Entry, { links, now }: Entering): Promise<string> {
  const { name, language } = entry;
  const wanted = { id: newId('person'), name, email: entry.email, language, enteredAt: now };
  const person = await findOrCreatePerson(tx, wanted);
  const { id, email } = person;
  if (id !== wanted.id) await takeOver(tx, person, wanted);
  await invite(tx, { id, email, name, language }, { links, now });
  return id;
}

async function takeOver(tx: EntityManager, person: PersonEntity, { name, language, enteredAt }: NewPerson) {
  if (!(await isOpen(tx, person)))
    throw new DomainError('ALREADY_EXISTS', 'There is a person with this e-mail address.', ['email']);
  await tx.update(PersonEntity, person.id, { name, language, enteredAt });
  await tx.delete(CredentialEntity, { personId: person.id });
  await tx.delete(OneTimeTokenEntity, { personId: person.id });
}

/** Sends a link by which the owner of the address chooses a password, which confirms the address. */
export async function invite(
  tx: EntityManager,
  person: Pick<PersonEntity, 'id' | 'name' | 'email' | 'language'>,
  { links, now }: Entering,
): Promise<void> {
  const token = await createLinkToken(tx, { purpose: 'INVITATION', personId: person.id, now });
  await enqueueNotice(tx, { email: person.email, now }, invitationMail(person, links.resetPassword(token)));
}
