import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../errors/index.js';

/** A creating mutation that a client may send again. */
export interface RepeatableCall {
  /** Who calls: a person, or a system by the id of its key. */
  readonly personId: string;
  /** What the client sent as idempotencyKey; keys belong to who calls. */
  readonly key: string | null | undefined;
  readonly mutation: string;
  readonly input: object;
  readonly now: Date;
}

const keptHours = 24;

/**
 * Creates once, however often and however parallel the same call arrives: the first one creates, the others wait for it
 * and get its result. A call that was refused leaves no key behind.
 * Runs in the transaction that creates. Throws a DomainError IDEMPOTENCY_MISMATCH when the key was used for other input.
 */
export async function idempotent(
  tx: EntityManager,
  call: RepeatableCall,
  create: () => Promise<string>,
): Promise<string> {
  if (!call.key) return create();
  const { personId, key, now } = call;
  const hash = hashOf(call);
  const earlier = await claim(tx, [personId, key, hash, now]);
  if (earlier) return resultOf(earlier, hash);
  const id = await create();
  await tx.query('update idempotency_key set result_id = $3 where person_id = $1 and key = $2', [personId, key, id]);
  return id;
}

interface Earlier {
  readonly input_hash: string;
  readonly result_id: string;
}

/** Takes the key, or says who has it. The insert waits for a call that is under way with the same key. */
async function claim(tx: EntityManager, values: [string, string, string, Date]): Promise<Earlier | undefined> {
  const claimed = await tx.query<unknown[]>(
    `insert into idempotency_key as kept (person_id, key, input_hash, result_id, created_at) values ($1, $2, $3, '', $4)
      on conflict (person_id, key) do update
        set input_hash = excluded.input_hash, result_id = '', created_at = excluded.created_at
        where kept.created_at < excluded.created_at - interval '${keptHours} hours'
      returning key`,
    values,
  );
  if (claimed.length > 0) return undefined;
  const [personId, key] = values;
  const rows = await tx.query<Earlier[]>(
    'select input_hash, result_id from idempotency_key where person_id = $1 and key = $2',
    [personId, key],
  );
  return rows[0];
}

function resultOf(earlier: Earlier, hash: string): string {
  if (earlier.input_hash === hash) return earlier.result_id;
  throw new DomainError(
    'IDEMPOTENCY_MISMATCH',
    'This idempotencyKey was used for another request; use a new one for a new request.',
    ['idempotencyKey'],
  );
}

const hashOf = ({ mutation, input }: RepeatableCall): string =>
  createHash('sha256')
    .update(`${mutation} ${JSON.stringify(input, sortedKeys)}`)
    .digest('base64url');

/** Two clients may send the same input with its fields in another order. */
const sortedKeys = (_name: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
