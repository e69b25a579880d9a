import { randomUUID } from 'node:crypto';
import { DomainError } from '@lokaal/shared/errors';
import { type EntityManager, MoreThan } from 'typeorm';
import { originOf } from '../identity/sign-in-origin.js';
import { SubscriptionRequestEntity } from './subscription.entity.js';

const hour = 3_600_000;
/** A town hall shares one address; a machine that floods asks for more. */
const hourlyLimit = 20;

interface Caller {
  /** Key of the hashes by which addresses are counted. */
  readonly key: Uint8Array;
  readonly clientAddress: string | undefined;
  readonly now: Date;
}

/** Counts what an address asks for. Throws a DomainError RATE_LIMITED beyond the limit, whatever is asked for. */
export async function countRequest(tx: EntityManager, { key, clientAddress, now }: Caller): Promise<void> {
  const origin = originOf(key, clientAddress);
  if (origin === undefined) return;
  // one at a time for an address, so that requests sent at once count right
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`mailing-list ${origin}`]);
  const at = MoreThan(new Date(now.getTime() - hour));
  if ((await tx.countBy(SubscriptionRequestEntity, { origin, at })) >= hourlyLimit)
    throw new DomainError('RATE_LIMITED', 'Too many subscriptions were asked for from here. Try again in an hour.');
  await tx.insert(SubscriptionRequestEntity, { id: randomUUID(), origin, at: now });
}
