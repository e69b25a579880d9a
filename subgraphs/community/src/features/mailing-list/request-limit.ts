import { randomUUID } from 'node:crypto';
import { refuseFlood } from '@lokaal/shared/database';
import type { EntityManager } from 'typeorm';
import { originOf } from '../identity/sign-in-origin.js';
import { SubscriptionRequestEntity } from './subscription.entity.js';

const hour = 3_600_000;
/** A town hall shares one address; a machine that floods asks for more. */
const askedOften = {
  most: 20,
  within: hour,
  refusal: 'Too many subscriptions were asked for from here. Try again in an hour.',
};

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
  await refuseFlood(tx, { of: SubscriptionRequestEntity, where: { origin }, when: 'at', now }, askedOften);
  await tx.insert(SubscriptionRequestEntity, { id: randomUUID(), origin, at: now });
}
