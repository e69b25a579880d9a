import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '@lokaal/shared/auth';
import { getNamedType, type GraphQLInputObjectType } from 'graphql';
import type { Answer, TestSubgraph } from '../../../../shared/test/subgraph.js';
import { leastInput } from '../../../../shared/test/text-inputs.js';
import { type Given, inputs } from './mutation-inputs.js';
import { schema } from './paths.js';
import type { World } from './world.js';

const mutations = Object.values(schema.getMutationType()!.getFields());

export const mutationsOfSchema = (): string[] => mutations.map(({ name }) => name);

/** Refusals for want of a right; whoever has it is told by the others what the rules say. */
const wantsRight = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);
/** The question itself is wrong, so that it shows nothing. */
const wrongQuestion = new Set(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

export type Outcome = 'refused' | 'allowed' | `invalid: ${string}`;

/** As many commits as were refused until now. */
export const refusedCommits = async (on: TestSubgraph): Promise<unknown> =>
  (await on.sql('select last_value, is_called from refused_commits'))[0];

/** What becomes of a mutation when this viewer tries it on what is in the world. */
export async function attempt(on: TestSubgraph, viewer: Viewer, { name, world }: Attempt): Promise<Outcome> {
  const before = await refusedCommits(on);
  const refusal = await refusalOf(on, viewer, { name, world });
  if (refusal && wantsRight.has(refusal.code)) return 'refused';
  const isFailure = refusal?.code === 'INTERNAL_SERVER_ERROR' && isDeepStrictEqual(before, await refusedCommits(on));
  if (refusal && (isFailure || wrongQuestion.has(refusal.code))) return `invalid: ${refusal.message}`;
  return 'allowed';
}

interface Attempt {
  readonly name: string;
  readonly world: World;
  /** Beside what mutation-inputs.ts says, or instead of it. */
  readonly more?: Given;
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly field?: readonly string[] | null;
}

/** How a mutation refuses this viewer, if it does, on what is in the world. */
export async function refusalOf(
  on: TestSubgraph,
  viewer: Viewer,
  { name, world, more }: Attempt,
): Promise<Refusal | undefined> {
  const type = inputTypeOf(name);
  const query = type
    ? `mutation ($input: ${type.name}!) { ${name}(input: $input) { userErrors { code message field } } }`
    : `mutation { ${name} { userErrors { code message field } } }`;
  const input = type && leastInput(type, withIds({ ...subjectOf(name, type, world), ...inputs[name], ...more }, world));
  return refusalIn(await on.as(viewer).run(query, { input }), name);
}

export function inputTypeOf(name: string): GraphQLInputObjectType | undefined {
  const argument = mutations.find((one) => one.name === name)!.args[0];
  return argument && (getNamedType(argument.type) as GraphQLInputObjectType);
}

function refusalIn({ data, errors }: Answer, mutation: string): Refusal | undefined {
  const [error] = errors ?? [];
  if (error) return { code: String(error.extensions['code']), message: error.message };
  return data[mutation].userErrors[0];
}

/** The row that a mutation is named after: it is tried on that one, unless its input says otherwise. */
function subjectOf(name: string, type: GraphQLInputObjectType, { rows }: World): { id?: string } {
  const subject = name.replace(/^[a-z]+/, '');
  return 'id' in type.getFields() && subject in rows ? { id: subject } : {};
}

/** The ids of rows where their names stand. */
function withIds<T>(value: T, world: World): T {
  const replaced = (one: unknown): unknown => {
    if (typeof one === 'string') return world.rows[one]?.id ?? one;
    if (Array.isArray(one)) return one.map(replaced);
    return typeof one === 'object' && one !== null ? withIds(one, world) : one;
  };
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, replaced(one)])) as T;
}

/**
 * From here on nothing is written: whatever gets as far as its commit fails there. So every mutation can be tried by
 * everybody on the same world, one that is refused too late is seen, and what is allowed changes nothing for the next.
 */
export async function refuseCommits(on: TestSubgraph): Promise<void> {
  await on.sql('create sequence refused_commits');
  await on.sql('grant usage on sequence refused_commits to public');
  await on.sql(`create function refuse_commit() returns trigger language plpgsql as
    $$ begin perform nextval('refused_commits'); raise exception 'nothing is written here' using errcode = 'ZZ001'; end $$`);
  const tables = await on.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables)
    await on.sql(`create constraint trigger refuse_commit after insert or update or delete on ${name}
      deferrable initially deferred for each row execute function refuse_commit()`);
}
