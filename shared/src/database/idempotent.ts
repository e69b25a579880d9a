import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../errors/index.js';

/** A creating mutation that a client may send again. */
export interface RepeatableCall {
  /** Who calls: a person, or a system by the id of its key. */
  readonly personId: string;
  /** What the client sent as idempotencyKey; keys belong to who calls. */
  readonly key?: string | null | undefined;
  readonly mutation: string;
  readonly input: object;
  readonly now: Date;
}

/** What became of a creating call: the id of what it created, or why it did not. */
export type Outcome = { readonly id: string } | { readonly refusal: DomainError };

/** The id; throws the refusal. */
export function idOf(outcome: Outcome): string {
  if ('refusal' in outcome) throw outcome.refusal;
  return outcome.id;
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
  const [outcome] = await idempotentAll(tx, [call], async () => [{ id: await create() }]);
  return idOf(outcome!);
}

/**
 * As idempotent, for calls that go together in one transaction, each of somebody else. `create` gets those that are new, and
 * answers in their order; when it is refused nothing but that, the others are created all the same.
 */
export async function idempotentAll<Call extends RepeatableCall>(
  tx: EntityManager,
  calls: readonly Call[],
  create: (fresh: readonly Call[]) => Promise<readonly Outcome[]>,
): Promise<Outcome[]> {
  const known = new Map<Call, Outcome>(await earlierOutcomes(tx, calls));
  const fresh = calls.filter((call) => !known.has(call));
  const created = fresh.length > 0 ? await create(fresh) : [];
  fresh.forEach((call, index) => known.set(call, created[index]!));
  await keepResults(tx, fresh, created);
  return calls.map((call) => known.get(call)!);
}

const withKey = <Call extends RepeatableCall>(calls: readonly Call[]): Call[] => calls.filter(({ key }) => key);

/** Takes the keys; answers for those that were used before. */
async function earlierOutcomes<Call extends RepeatableCall>(
  tx: EntityManager,
  calls: readonly Call[],
): Promise<[Call, Outcome][]> {
  const keyed = withKey(calls);
  const taken = new Set(keyed.length > 0 ? await claim(tx, keyed) : []);
  const used = keyed.filter(({ personId }) => !taken.has(personId));
  const kept = used.length > 0 ? await resultsOf(tx, used) : new Map<string, Earlier>();
  return used.flatMap((call): [Call, Outcome][] => {
    const earlier = kept.get(call.personId);
    return earlier ? [[call, outcomeOf(call, earlier)]] : [];
  });
}

/** Takes the keys that are free, and says of whom. The insert waits for a call that is under way with the same key. */
async function claim(tx: EntityManager, calls: readonly RepeatableCall[]): Promise<string[]> {
  const claimed = await tx.query<{ person_id: string }[]>(
    `insert into idempotency_key as kept (person_id, key, input_hash, result_id, created_at)
      select person_id, key, input_hash, '', at
      from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as asked (person_id, key, input_hash, at)
      order by person_id
      on conflict (person_id, key) do update
        set input_hash = excluded.input_hash, result_id = '', created_at = excluded.created_at
        where kept.created_at < excluded.created_at - interval '${keptHours} hours'
      returning person_id`,
    [...namesOf(calls), calls.map(hashOf), calls.map(({ now }) => now)],
  );
  return claimed.map(({ person_id }) => person_id);
}

const namesOf = (calls: readonly RepeatableCall[]): [string[], string[]] => [
  calls.map(({ personId }) => personId),
  calls.map(({ key }) => key!),
];

interface Earlier {
  readonly person_id: string;
  readonly input_hash: string;
  readonly result_id: string;
}

async function resultsOf(tx: EntityManager, calls: readonly RepeatableCall[]): Promise<Map<string, Earlier>> {
  const rows = await tx.query<Earlier[]>(
    `select person_id, input_hash, result_id from idempotency_key
      where (person_id, key) in (select * from unnest($1::text[], $2::text[]))`,
    namesOf(calls),
  );
  return new Map(rows.map((row) => [row.person_id, row]));
}

function outcomeOf(call: RepeatableCall, earlier: Earlier): Outcome {
  if (earlier.input_hash === hashOf(call)) return { id: earlier.result_id };
  const sentence = 'This idempotencyKey was used for another request; use a new one for a new request.';
  return { refusal: new DomainError('IDEMPOTENCY_MISMATCH', sentence, ['idempotencyKey']) };
}

/** Under their keys; those that were refused give theirs back. */
async function keepResults(tx: EntityManager, calls: readonly RepeatableCall[], outcomes: readonly Outcome[]) {
  const results = calls.map((call, index) => ({ ...call, id: null, ...outcomes[index]! })).filter(({ key }) => key);
  const made = results.filter(({ id }) => id !== null);
  if (made.length > 0)
    await tx.query(
      `update idempotency_key as kept set result_id = id from unnest($1::text[], $2::text[], $3::text[]) as made (by_id, used, id)
        where person_id = by_id and key = used`,
      [...namesOf(made), made.map(({ id }) => id)],
    );
  const refused = results.filter(({ id }) => id === null);
  if (refused.length > 0)
    await tx.query(
      'delete from idempotency_key where (person_id, key) in (select * from unnest($1::text[], $2::text[]))',
      namesOf(refused),
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
