import '../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { startCommunity } from '../given.js';
import { issuer } from './issuer.js';
import { mutationLines } from './matrix.js';
import type { Given } from './mutation-inputs.js';
import { inputTypeOf, mutationsOfSchema, refusalOf } from './mutations.js';
import { buildWorld, type World } from './world.js';

/** The world has these registrations already: others are tried. */
const instead: Readonly<Record<string, Given>> = {
  registerColleague: { personId: 'coordinator' },
  registerComplimentary: { personId: 'Person who agreed' },
};

/** What the world has no place for: the tests of the feature send them again. */
const triedElsewhere = new Set([
  'applyForMembership',
  'planMunicipalityMerger',
  'refreshSession',
  'requestCircleAccession',
  'signUpForSession',
]);

const repeatable = mutationsOfSchema()
  .filter((name) => inputTypeOf(name)?.getFields()['idempotencyKey'])
  .filter((name) => !triedElsewhere.has(name));

let on: TestSubgraph;
let world: World;

beforeAll(async () => {
  on = await startCommunity({ openIdIssuers: [issuer] });
  world = await buildWorld(on);
  // so that whoever is registered anew may come
  await on.sql(`insert into event_price (event_id, audience, price_cents)
    select id, audience, 0 from event, unnest('{NON_MEMBER,EFFECTIVE,ACCEDED,COMPANY}'::text[]) audience on conflict do nothing`);
});

/** As somebody who may, staff where these do. */
function send(name: string, more: Given = {}) {
  const { seenBy } = mutationLines.find(({ object }) => object === name)!;
  const viewer = world.viewers[seenBy.includes('staff') ? 'staff' : seenBy[0]!];
  return refusalOf(on, viewer, {
    name,
    world,
    more: { ...instead[name], idempotencyKey: `een keer ${name}`, ...more },
  });
}

/** How many rows each table has. */
async function rowsOfTables(): Promise<Record<string, number>> {
  const tables = await on.sql<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'");
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as count from "${name}"`);
  const rows = await on.sql<{ name: string; count: number }>(counts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

/** The ids of what has versions, by version. */
async function versions(): Promise<ReadonlyMap<string, number>> {
  const tables = await on.sql<{ name: string }>(`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'version'`);
  const all = tables.map(({ name }) => `select id, version from "${name}"`);
  const rows = await on.sql<{ id: string; version: number }>(all.join(' union all '));
  return new Map(rows.map(({ id, version }) => [id, version]));
}

it.each(repeatable)('%s has one effect, however often it is sent with the same idempotencyKey', async (name) => {
  const [before, known] = [await rowsOfTables(), await versions()];
  expect(await send(name)).toBeUndefined();
  const [once, after] = [await rowsOfTables(), await versions()];
  expect(once).not.toEqual(before);
  expect([...after].filter(([id, version]) => !known.has(id) && version !== 1)).toEqual([]);
  expect(await Promise.all([send(name), send(name)])).toEqual([undefined, undefined]);
  expect(await rowsOfTables()).toEqual(once);
});
