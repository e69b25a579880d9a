import { In, type EntityManager } from 'typeorm';
import { DomainError } from '@lokaal/shared/errors';
import { PersonEntity } from '../person/person.entity.js';
import { OneTimeTokenEntity } from './one-time-token.entity.js';
import { hashOfToken, newSecretToken } from './secret-token.js';

const hour = 3_600_000;

/**
 * Three days to confirm, so that a registration on Friday evening survives the weekend: the link proves the mailbox and
 * opens nothing by itself. One hour to choose a new password, since that link opens the account. A week for who did not
 * ask: there is nothing yet behind that link.
 */
const linkLifetime = {
  CONFIRM_EMAIL: 72 * hour,
  RESET_PASSWORD: hour,
  INVITATION: 7 * 24 * hour,
  CHANGE_EMAIL: 72 * hour,
} as const;

type Purpose = keyof typeof linkLifetime;
type Registration = Pick<OneTimeTokenEntity, 'name' | 'language' | 'passwordHash'>;

interface NewLink {
  readonly purpose: Purpose;
  readonly personId: string;
  readonly now: Date;
  readonly registration?: Registration;
  /** Of CHANGE_EMAIL: the new address. */
  readonly email?: string;
}

/** Stores the hash of a new token and gives the token itself, which only the mail may hold. */
export async function createLinkToken(tx: EntityManager, link: NewLink): Promise<string> {
  const token = newSecretToken();
  await tx.insert(OneTimeTokenEntity, {
    tokenHash: hashOfToken(token),
    purpose: link.purpose,
    personId: link.personId,
    createdAt: link.now,
    expiresAt: new Date(link.now.getTime() + linkLifetime[link.purpose]),
    email: link.email ?? null,
    ...link.registration,
  });
  return token;
}

/** The token's row while it may be used. Throws a DomainError INVALID_TOKEN, always the same. */
export async function findLink(
  manager: EntityManager,
  purposes: readonly Purpose[],
  { token, now }: { token: string; now: Date },
): Promise<OneTimeTokenEntity> {
  const link = await manager.findOneBy(OneTimeTokenEntity, { tokenHash: hashOfToken(token), purpose: In(purposes) });
  if (!link || link.expiresAt <= now) throw invalidLink();
  return link;
}

/**
 * Persons are always locked before their tokens and sessions, so that two requests cannot wait for each other. The lock
 * is the weaker one that lets others refer to the row: a sign-in at the same moment writes a session of this person.
 */
export async function lockPerson(tx: EntityManager, personId: string): Promise<PersonEntity> {
  const person = await tx.findOne(PersonEntity, { where: { id: personId }, lock: { mode: 'for_no_key_update' } });
  if (!person) throw invalidLink();
  return person;
}

export const invalidLink = (): DomainError =>
  new DomainError('INVALID_TOKEN', 'This link was used before or is too old. Ask for a new one.', ['token']);
