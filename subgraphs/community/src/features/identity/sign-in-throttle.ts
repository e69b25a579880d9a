import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '@lokaal/shared/database';
import { type DomainError, rateLimited } from '@lokaal/shared/errors';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { tooBusy } from '@lokaal/shared/callers';

const minute = 60_000;
/** Failures within `window` after which no password is looked at any more. */
const signInLimits = { account: 10, address: 50, window: 15 * minute } as const;

/** An attempt that is pending this long was cut off: it counts as a failure, or a crash would be a free guess. */
const longestPending = minute / 2;
/** For others that are pending, each of which takes as long as one hash: who waits has a turn that others wait for. */
const longestWait = 2_000;

/** Where an attempt counts. Both are keyed hashes; the address is absent when the caller's is not known. */
export interface Attempt {
  readonly account: string;
  readonly address: string | undefined;
  /** Whether this person signed in from this address before. */
  readonly known: boolean;
}

interface Counts {
  readonly failures: number;
  readonly pending: number;
  /** The latest that must be past before another may be tried; null while there are fewer. */
  readonly last: Date | null;
}

const count = (column: 'account' | 'address'): string => `
  select (count(*) filter (where not pending or at < $3))::integer as failures,
    (count(*) filter (where pending and at >= $3))::integer as pending,
    (array_agg(at order by at desc) filter (where not pending or at < $3))[$4::integer] as last
  from sign_in_attempt where ${column} = $1 and at > $2`;

/**
 * Slows guessing. An attempt is written down before the password is looked at, under a lock of its account and address:
 * ten guesses sent at once are ten failures. While others are pending that might be the last ones allowed, the next one
 * waits for how they end. Attempts that were refused here count nowhere: trying on does not prolong the pause.
 */
export class SignInThrottle {
  constructor(private readonly dataSource: DataSource) {}

  /** Opens an attempt and gives its id. Throws a DomainError RATE_LIMITED when there were too many failures. */
  async open(attempt: Attempt, now: Date): Promise<string> {
    const patience = Date.now() + longestWait;
    for (let step = 10; Date.now() < patience; step = Math.min(step * 1.5, 250)) {
      const id = await this.tryToOpen(attempt, now);
      if (id !== undefined) return id;
      await pause(step * (0.5 + Math.random()));
    }
    throw tooBusy();
  }

  async fail(id: string): Promise<void> {
    await this.dataSource.manager.update(SignInAttemptEntity, id, { pending: false });
  }

  /** Of a right password, or one that was not looked at. */
  async forget(id: string): Promise<void> {
    await this.dataSource.manager.delete(SignInAttemptEntity, id);
  }

  /** Counts without the lock first: what is refused, or must wait, keeps nobody from it. */
  private async tryToOpen(attempt: Attempt, now: Date): Promise<string | undefined> {
    if (!(await hasRoom(this.dataSource.manager, attempt, now))) return undefined;
    return inTransaction(this.dataSource, (tx) => reserve(tx, attempt, now));
  }
}

/** The id of a new attempt, or undefined while too many others are pending. */
async function reserve(tx: EntityManager, attempt: Attempt, now: Date): Promise<string | undefined> {
  // In order of the lock's number, so that two attempts cannot wait for each other.
  await tx.query(
    `select pg_advisory_xact_lock(number)
      from (select hashtextextended(name, 0) as number from unnest($1::text[]) as name order by 1) as numbers`,
    [placesOf(attempt).map(({ column, value }) => `${column}:${value}`)],
  );
  if (!(await hasRoom(tx, attempt, now))) return undefined;
  const { account, address } = attempt;
  const id = randomUUID();
  await tx.insert(SignInAttemptEntity, { account, address, id, at: now, pending: true });
  return id;
}

/** Whether another may be pending beside those that are. Throws a DomainError RATE_LIMITED when there were too many failures. */
async function hasRoom(manager: EntityManager, attempt: Attempt, now: Date): Promise<boolean> {
  const counts = [];
  for (const place of placesOf(attempt)) counts.push({ ...(await countAt(manager, place, now)), limit: place.limit });
  const last = Math.max(...counts.map((one) => one.last?.getTime() ?? 0));
  if (last > 0) throw tooManyAttempts(last + signInLimits.window - now.getTime());
  return counts.every(({ failures, pending, limit }) => failures + pending < limit);
}

interface Place {
  readonly column: 'account' | 'address';
  readonly value: string;
  readonly limit: number;
}

/**
 * An address may be shared by a town hall, so what strangers do there does not lock out those who signed in there before:
 * they have the limit of their account only. Their failures count at the address all the same.
 */
const placesOf = ({ account, address, known }: Attempt): Place[] => [
  { column: 'account', value: account, limit: signInLimits.account },
  ...(address && !known ? [{ column: 'address' as const, value: address, limit: signInLimits.address }] : []),
];

async function countAt(manager: EntityManager, { column, value, limit }: Place, now: Date): Promise<Counts> {
  const since = (age: number) => new Date(now.getTime() - age);
  const parameters = [value, since(signInLimits.window), since(longestPending), limit];
  const [counts] = await manager.query<Counts[]>(count(column), parameters);
  return counts ?? { failures: 0, pending: 0, last: null };
}

const tooManyAttempts = (wait: number): DomainError =>
  rateLimited(
    `There were too many attempts. Try again in ${Math.ceil(wait / minute)} minutes, or choose a new password.`,
    wait,
  );
