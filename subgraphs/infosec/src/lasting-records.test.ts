import { newId } from '@lokaal/shared/ids';
import { Client } from 'pg';
import { startForTest, type TestSubgraph } from '../../../shared/test/subgraph.js';
import { authority, Given } from '../test/given.js';
import { infosec } from './index.js';
import { controlId } from './seed/reference.js';

let graph: TestSubgraph;
let given: Given;

beforeAll(async () => {
  graph = await startForTest(infosec, {});
  given = await Given.in(graph);
});

describe('a submitted measurement', () => {
  it.each([
    [`update maturity_measurement set total = 5 where id = $1`],
    [`update maturity_measurement set measured_on = '2020-01-01' where id = $1`],
    [`update maturity_measurement set state = 'VALIDATED', total = 5 where id = $1`],
    [`delete from maturity_measurement where id = $1`],
    [`update control_score set documentation = 5 where measurement_id = $1`],
    [`delete from control_score where measurement_id = $1`],
  ])('refuses "%s"', async (text) => {
    const own = authority();
    const id = await given.measurement({ authority: own });
    await expect(given.rowsOf(own, text, [id])).rejects.toThrow('does not change');
  });

  it('gets no more scores', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own, level: 'BASIC' });
    const score = `insert into control_score (id, authority_id, measurement_id, control_id, documentation)
      values ($1, $2, $3, $4, 5)`;
    const values = [newId('score'), own, id, controlId('2023', 'ID.AM-1.1')];
    await expect(given.rowsOf(own, score, values)).rejects.toThrow('gets no more scores');
  });

  it('may be validated', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own });
    const text = `update maturity_measurement set state = 'VALIDATED', version = 2, updated_at = now() where id = $1 returning state`;
    expect(await given.rowsOf(own, text, [id])).toEqual([{ state: 'VALIDATED' }]);
  });
});

describe('a validation', () => {
  let server: Client;

  beforeAll(async () => {
    server = new Client({ connectionString: graph.urls.server });
    await server.connect();
  });
  afterAll(() => server.end());

  it.each(['OPEN', 'SUBMITTED'] as const)(
    'is not for the authority itself, which cannot give it to one that is %s',
    async (state) => {
      const own = authority();
      const id = await given.measurement({ authority: own, kind: 'VERIFIED', state });
      await server.query(`select set_config('viewer.authorities', $1, false)`, [own]);
      const validate = server.query(
        `update maturity_measurement m set state = 'VALIDATED', submitted_at = now(), published_result = '{}', total = 3 where id = $1`,
        [id],
      );
      await expect(validate).rejects.toThrow('nobody validates his own measurement');
    },
  );

  it('is not written together with the measurement', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own, kind: 'VERIFIED' });
    await server.query(`select set_config('viewer.authorities', $1, false)`, [own]);
    const [{ names } = { names: '' }] = await graph.sql<{ names: string }>(
      `select string_agg(column_name, ', ') as names from information_schema.columns
        where table_name = 'maturity_measurement' and is_generated = 'NEVER'`,
    );
    const copy = `insert into maturity_measurement (${names}) select ${names} from (
      select (jsonb_populate_record(m, jsonb_build_object('id', $2::text, 'state', 'VALIDATED'))).*
        from maturity_measurement m where id = $1) as validated`;
    await expect(server.query(copy, [id, newId('measurement')])).rejects.toThrow(
      'nobody validates his own measurement',
    );
  });

  it('has a body, a statement and a day, or none of them', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own, kind: 'VERIFIED' });
    const half = `update maturity_measurement set state = 'VALIDATED', validator = 'Keurder NV' where id = $1`;
    await expect(given.rowsOf(own, half, [id])).rejects.toThrow('validation_whole');
  });
});

describe('an open measurement', () => {
  it('stays with its authority, and its scores with it', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own, state: 'OPEN', scores: [] });
    const other = await given.measurement({ authority: own, state: 'OPEN' });
    await expect(
      given.rowsOf(own, 'update maturity_measurement set framework_id = framework_id || $2 where id = $1', [id, 'x']),
    ).rejects.toThrow();
    await expect(
      given.rowsOf(own, 'update control_score set measurement_id = $1 where measurement_id = $2', [id, other]),
    ).rejects.toThrow('stays with its measurement');
  });

  it('goes with its scores', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own, state: 'OPEN' });
    await given.rowsOf(own, 'delete from maturity_measurement where id = $1', [id]);
    expect(await given.rowsOf(own, 'select from control_score where measurement_id = $1', [id])).toEqual([]);
  });
});

describe('a published label', () => {
  it.each([
    `set level = 'ESSENTIAL'`,
    `set valid_until = '2040-01-01'`,
    `set withdrawn_at = now(), level = 'ESSENTIAL'`,
  ])('refuses "%s"', async (change) => {
    const own = authority();
    const id = await given.label(own);
    const text = `update published_label ${change} where id = $1`;
    await expect(given.rowsOf(own, text, [id])).rejects.toThrow('can only be withdrawn');
  });
});
