import type { EntityManager } from 'typeorm';
import { PersonEntity } from '../person/person.entity.js';
import { foldEmail } from './sign-in-origin.js';

const day = 86_400_000;
/** How long an address stays known after the last sign-in from it. */
const knownAddressLifetime = 90 * day;

export interface Account {
  readonly personId: string;
  readonly confirmed: boolean;
  /** Absent for a person whom others entered and who never chose a password. */
  readonly passwordHash: string | null;
  /** Whether this person signed in from the caller's address before. */
  readonly known: boolean;
}

export async function findAccount(
  manager: EntityManager,
  email: string,
  { origin, now }: { origin: string | undefined; now: Date },
): Promise<Account | undefined> {
  const [account] = await manager.query<Account[]>(
    `select person.id as "personId", email_confirmed_at is not null as confirmed, password_hash as "passwordHash",
        exists (select from known_address as known where known.person_id = person.id and address = $2 and seen_at > $3) as known
      from person left join credential on credential.person_id = person.id
      where lower(email) = lower($1)`,
    [foldEmail(email), origin ?? null, new Date(now.getTime() - knownAddressLifetime)],
  );
  return account;
}

export const findPersonByEmail = (tx: EntityManager, email: string): Promise<PersonEntity | null> =>
  withAddress(tx, email).getOne();

/** The person with this address, locked: whatever is decided about one account is decided one at a time. */
export const lockPersonByEmail = (tx: EntityManager, email: string): Promise<PersonEntity | null> =>
  withAddress(tx, email).setLock('for_no_key_update').getOne();

const withAddress = (tx: EntityManager, email: string) =>
  tx
    .createQueryBuilder(PersonEntity, 'person')
    .where('lower(person.email) = lower(:email)', { email: foldEmail(email) });
