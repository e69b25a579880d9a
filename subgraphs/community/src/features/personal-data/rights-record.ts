import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { PersonalData } from '../../slice.js';
import type { RightsRequest } from './rights.policy.js';

/** An id is 128 bits, most of them random: nobody finds it from its hash. */
const pseudonymOf = (personId: string): string => createHash('sha256').update(personId).digest('hex');

interface Done {
  readonly kind: 'EXPORT' | 'ERASURE';
  readonly now: Date;
}

/** Writes down that it was done, in the same transaction. */
export async function recordRequest(tx: EntityManager, request: RightsRequest, { kind, now }: Done): Promise<void> {
  const { personId, askedBy, ground, byId } = request;
  await tx.query(
    'insert into rights_record (kind, person_hash, at, asked_by, ground, by_id) values ($1, $2, $3, $4, $5, $6)',
    [kind, pseudonymOf(personId), now, askedBy, ground, byId],
  );
}

/** When this person was erased, or undefined. */
export async function erasedAt(tx: EntityManager, personId: string): Promise<Date | undefined> {
  const [erasure] = await tx.query<{ at: Date }[]>(
    `select at from rights_record where person_hash = $1 and kind = 'ERASURE'`,
    [pseudonymOf(personId)],
  );
  return erasure?.at;
}

export const rightsPersonalData: readonly PersonalData[] = [
  {
    table: 'rights_record',
    of: `person_hash = encode(sha256(convert_to($1::text, 'UTF8')), 'hex')`,
    shown: ['kind', 'at', 'asked_by', 'ground'],
    // it names nobody, and proves that the request was carried out
    erasure: { set: 'person_hash = person_hash' },
  },
  {
    table: 'rights_record',
    of: 'by_id = $1',
    shown: ['kind', 'at', 'ground'],
    erasure: { set: 'by_id = null' },
  },
  { table: 'erasure_hold', of: 'person_id = $1', shown: ['reason', 'until', 'placed_at'], erasure: 'delete' },
  {
    table: 'erasure_hold',
    of: 'placed_by_id = $1',
    shown: ['until', 'placed_at'],
    erasure: { set: 'placed_by_id = null' },
  },
];
