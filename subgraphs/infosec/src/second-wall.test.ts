import { newId } from '@lokaal/shared/ids';
import { Client } from 'pg';
import { startForTest, type TestSubgraph } from '../../../shared/test/subgraph.js';
import { authority, ciso, Given, reader } from '../test/given.js';
import { infosec } from './index.js';

/** The serving role alone with the database: no reader, no service, no policy in between. */
let graph: TestSubgraph;
let given: Given;
let server: Client;
const [mine, theirs] = [authority(), authority()];
let theirOpen: string;

beforeAll(async () => {
  graph = await startForTest(infosec, {});
  given = await Given.in(graph);
  for (const owner of [mine, theirs]) {
    const open = await given.measurement({ authority: owner, state: 'OPEN', scores: [] });
    if (owner === theirs) theirOpen = open;
    await given.label(owner, { withdrawn_at: '2026-07-01T00:00:00Z' });
  }
  await given.label(mine);
  // what row level security must keep apart has to be there: their label of another edition is in public sight
  const { framework } = (
    await graph.sql<{ framework: string }>(`select id as framework from framework where edition = '2023'`)
  )[0]!;
  await given.label(theirs, { framework_id: framework });
  // the triggers would refuse some of this before the policies do, and the grants all deletions
  for (const table of await guardedTables()) {
    await graph.sql(`alter table ${table} disable trigger user`);
    await graph.sql(`grant delete on ${table} to infosec_server`);
  }
  server = new Client({ connectionString: graph.urls.server });
  server.on('error', () => undefined);
  await server.connect();
});

afterAll(() => server.end());

/** Every table with an authority, found in the catalogue: a new one is tested without being named here. */
const guardedTables = async (): Promise<string[]> => {
  const rows = await graph.sql<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'authority_id' order by 1`,
  );
  return rows.map(({ name }) => name);
};

interface Outcome {
  readonly rows: number;
  readonly code?: string;
}

/** Runs one statement on behalf of an authority, and undoes it. */
async function asServer(viewer: string, text: string, values: readonly unknown[] = []): Promise<Outcome> {
  await server.query('begin');
  try {
    await server.query(`select set_config('viewer.authorities', $1, true)`, [viewer]);
    return { rows: (await server.query(text, [...values])).rowCount ?? 0 };
  } catch (error) {
    return { rows: 0, code: (error as { code: string }).code };
  } finally {
    await server.query('rollback');
  }
}

const refusedByPolicy = '42501';

async function columnsOf(table: string): Promise<string[]> {
  const text = `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
  return (await graph.sql<{ name: string }>(text, [table])).map(({ name }) => name);
}

/** Attempts on another authority's rows of a table: $1 is that authority, $2 the own one, $3 an open measurement of the other. */
async function attempts(table: string): Promise<Record<string, string>> {
  const columns = await columnsOf(table);
  const hanging = columns.includes('measurement_id');
  // labels that were not withdrawn are in public sight
  const hidden = columns.includes('withdrawn_at') ? 'withdrawn_at is not null' : 'true';
  const shown = columns.includes('withdrawn_at') ? 'withdrawn_at is null' : 'true';
  const copy = `jsonb_build_object('id', 'copy', 'authority_id', $1::text${hanging ? `, 'measurement_id', $3::text` : ''})`;
  const used = '$1::text is not null and $2::text is not null and $3::text is not null';
  return {
    read: `select from ${table} where authority_id = $1 and ${hidden} and ${used}`,
    counted: `select from (select count(*) as n from ${table} where authority_id = $1 and ${hidden}) c where n > 0 and ${used}`,
    inserted: `insert into ${table} (${columns.join()}) select ${columns.map((name) => `made.${name}`).join()}
      from (select to_jsonb(t) as row from ${table} t where authority_id = $2 and ${shown} and ${used} limit 1) own
      cross join lateral json_populate_record(null::${table}, (own.row || ${copy})::json) made`,
    updated: `update ${table} set updated_at = now() where authority_id = $1 and ${used}`,
    moved: `update ${table} set authority_id = $1${hanging ? ', measurement_id = $3' : ''}
      where id = (select id from ${table} where authority_id = $2 and ${shown} and ${used} limit 1)`,
    deleted: `delete from ${table} where authority_id = $1 and ${used}`,
  };
}

/** Ways into another authority's rows of a table that are open. */
async function openings(table: string): Promise<string[]> {
  const open: string[] = [];
  for (const [name, text] of Object.entries(await attempts(table))) {
    const { rows, code } = await asServer(mine, text, [theirs, mine, theirOpen]);
    // writing into the other authority must be refused by the policy itself; what is out of sight is just not found
    const closed =
      name === 'inserted' || name === 'moved' ? code === refusedByPolicy : rows === 0 && code === undefined;
    if (!closed) open.push(`${name} (${code ?? rows})`);
  }
  return open;
}

async function allOpenings(): Promise<string[]> {
  const found: string[] = [];
  for (const table of await guardedTables()) found.push(...(await openings(table)).map((one) => `${table} ${one}`));
  return found;
}

describe('the serving role, on behalf of one authority', () => {
  it('reads, counts, inserts, updates, moves and deletes no row of another', async () => {
    expect(await allOpenings()).toEqual([]);
  });

  it('reads its own, so that the tests above are of something', async () => {
    for (const table of await guardedTables()) {
      const { rows } = await asServer(theirs, `select from ${table} where authority_id = $1`, [theirs]);
      expect(rows).toBeGreaterThan(0);
    }
  });

  it.each(['', ',', ' ', '*', `' or true --`, '{}'])('sees nothing confidential as %p', async (viewer) => {
    for (const table of ['maturity_measurement', 'control_score'])
      expect(await asServer(viewer, `select from ${table}`)).toEqual({ rows: 0 });
  });

  it('sees nothing confidential outside a transaction that names authorities', async () => {
    await asServer(theirs, 'select');
    expect((await server.query('select from maturity_measurement')).rowCount).toBe(0);
    expect((await server.query('select from control_score')).rowCount).toBe(0);
  });

  it('cannot hang a row on another authority’s measurement, and learns not whether that exists', async () => {
    const insert = `insert into maturity_measurement (id, authority_id, framework_id, target_level, measured_on, kind, supersedes_id)
      select $1, $2, framework_id, target_level, measured_on, kind, $3 from maturity_measurement where authority_id = $2 limit 1`;
    const outcomes = [theirOpen, newId('measurement')].map((id) => [newId('measurement'), mine, id]);
    for (const values of outcomes) expect(await asServer(mine, insert, values)).toEqual({ rows: 0, code: '23503' });
  });
});

describe('the catalogue', () => {
  it('has row level security on, forced, and with policies for every table with an authority', async () => {
    const rows = await graph.sql(
      `select relname, relrowsecurity as on, relforcerowsecurity as forced,
        exists (select from pg_policy where polrelid = c.oid) as ruled from pg_class c where relname = any ($1) order by 1`,
      [await guardedTables()],
    );
    expect(rows).toEqual(
      ['control_score', 'maturity_measurement', 'published_label'].map((relname) => ({
        relname,
        on: true,
        forced: true,
        ruled: true,
      })),
    );
  });

  it('has a serving role that is no superuser, owns nothing and cannot bypass it', async () => {
    const { rows } = await server.query(
      `select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::integer from pg_class where pg_has_role(current_user, relowner, 'MEMBER')) as owned,
        (select count(*)::integer from pg_proc where pg_has_role(current_user, proowner, 'MEMBER')) as functions
        from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([
      {
        name: 'infosec_server',
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        owned: 0,
        functions: 0,
      },
    ]);
  });

  it('has no view, and no function with its owner’s rights but the guarded ones', async () => {
    const views = await graph.sql(
      `select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
    );
    const functions = await graph.sql(
      `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    );
    expect(views).toEqual([]);
    expect(functions).toEqual([{ proname: 'cohort_maturity' }, { proname: 'validate_measurement' }]);
  });
});

describe('a policy that is opened', () => {
  interface Policy {
    readonly name: string;
    readonly table: string;
    readonly using: string | null;
    readonly check: string | null;
  }

  const policies = (): Promise<Policy[]> =>
    graph.sql<Policy>(
      `select policyname as name, tablename as table, qual as using, with_check as check from pg_policies
        where schemaname = 'public' and roles = '{public}' order by tablename, policyname`,
    );

  it('is noticed, each one and each half of it', async () => {
    const unnoticed: string[] = [];
    for (const { name, table, using, check } of await policies()) {
      for (const [half, rule] of [
        ['using', using],
        ['with check', check],
      ] as const) {
        if (rule === null) continue;
        await graph.sql(`alter policy ${name} on ${table} ${half} (true)`);
        if ((await openings(table)).length === 0) unnoticed.push(`${table} ${name} ${half}`);
        await graph.sql(`alter policy ${name} on ${table} ${half} (${rule})`);
      }
    }
    expect(unnoticed).toEqual([]);
    expect(await allOpenings()).toEqual([]);
  });

  it('is noticed when the owner’s policy for groups is given to all', async () => {
    await graph.sql('alter policy aggregates on maturity_measurement to public');
    expect((await openings('maturity_measurement')).join()).toContain('read');
    await graph.sql('alter policy aggregates on maturity_measurement to current_user');
    expect(await openings('maturity_measurement')).toEqual([]);
  });

  it.each(['maturity_measurement', 'control_score', 'published_label'])(
    'is noticed when %s has none',
    async (table) => {
      await graph.sql(`alter table ${table} disable row level security`);
      expect(await openings(table)).not.toEqual([]);
      await graph.sql(`alter table ${table} enable row level security`);
    },
  );
});

describe('a pool of two connections', () => {
  it('never mixes two authorities in a thousand requests', async () => {
    const narrow = await startForTest(infosec, { connections: 2 });
    const arranged = await Given.in(narrow);
    const owners = [authority(), authority()];
    for (const owner of owners)
      for (const on of ['2026-01-01', '2026-02-01']) await arranged.measurement({ authority: owner, on });
    const ASK = '{ measurements { totalCount nodes { authority { id } scores(first: 1) { totalCount } } } }';
    const wrong: unknown[] = [];
    for (let batch = 0; batch < 10; batch += 1) {
      const asked = Array.from({ length: 100 }, async (_, index) => {
        const owner = owners[index % 2]!;
        const { data } = await narrow.as(index % 3 === 0 ? ciso(owner) : reader(owner)).run(ASK);
        const ids = data?.measurements.nodes.map((one: { authority: { id: string } }) => one.authority.id);
        if (data?.measurements.totalCount !== 2 || ids.some((id: string) => id !== owner)) wrong.push(data);
      });
      await Promise.all(asked);
    }
    expect(wrong).toEqual([]);
  });
});
