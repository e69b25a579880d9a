import { lockWaits } from '../../../shared/test/lock-waits.js';
import { anonymous, authorityIds, type Viewer } from '@lokaal/shared/auth';
import { auditKey, FairPool, type ReadRequest, type Statement } from '@lokaal/shared/read';
import { Pool } from 'pg';
import '../../../shared/test/matchers.js';
import { startForTest, type TestSubgraph } from '../../../shared/test/subgraph.js';
import { authority, ciso, Given, reader, staff } from '../test/given.js';
import { maturityMeasurementReads } from './features/maturity-measurement/maturity-measurement.reads.js';
import { guardedRunner } from './guarded-runner.js';
import { infosec } from './index.js';
import { frameworkId } from './seed/reference.js';

let graph: TestSubgraph;
let given: Given;

beforeAll(async () => {
  graph = await startForTest(infosec, {});
  given = await Given.in(graph);
});

const OWN = '{ measurements { totalCount nodes { id scores(first: 100) { nodes { id note } } } } }';
const records = (of: string) =>
  graph.sql<{ object_ids: string[] }>(
    `select person_id, action, operation, request_id, object_types, object_ids, authority_ids from audit_record
      where $1 = any (authority_ids) order by id`,
    [of],
  );

describe('a confidential read', () => {
  it('is on record: who, by which operation and request, and every row, nested ones too', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own });
    const viewer = reader(own);
    const { data } = await graph.as(viewer).run(OWN);
    const scores = data.measurements.nodes[0].scores.nodes.map((score: { id: string }) => score.id);
    const [record, ...more] = await records(own);
    expect(more).toEqual([]);
    expect({ ...record, object_ids: record!.object_ids.toSorted() }).toEqual({
      person_id: viewer.personId,
      action: 'READ',
      operation: 'test',
      request_id: 'test',
      object_types: ['MaturityMeasurement', 'ControlScore'],
      object_ids: [id, ...scores].toSorted(),
      authority_ids: [own],
    });
  });

  it('is on record under the names of what was read when the client calls it otherwise', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own });
    await graph.as(reader(own)).run('{ a: measurements { b: nodes { c: measuredOn } } }');
    expect((await records(own)).map(({ object_ids: ids }) => ids)).toEqual([[id]]);
  });

  it('is on record with the rows whose cursors were read, without a field of them', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own });
    await graph.as(reader(own)).run('{ measurements { edges { cursor } } }');
    await graph.as(reader(own)).run('{ measurements { pageInfo { endCursor } } }');
    expect((await records(own)).map(({ object_ids: ids }) => ids)).toEqual([[id], [id]]);
  });

  it('leaves exactly one record each', async () => {
    const own = authority();
    await given.measurement({ authority: own });
    const answers = await Promise.all(Array.from({ length: 200 }, () => graph.as(reader(own)).run(OWN)));
    // on a busy machine some wait too long for a connection: those have no answer, and no record either
    const answered = answers.filter(({ errors }) => errors === undefined);
    expect(answered.length).toBeGreaterThan(0);
    expect(await records(own)).toHaveLength(answered.length);
  });

  it('names the authorities whose rows were read, not those whose rows could be', async () => {
    const [own, predecessor] = [authority(), authority()];
    await given.measurement({ authority: predecessor });
    await graph.as(ciso(own, [predecessor])).run(OWN);
    expect(await records(own)).toEqual([]);
    expect(await records(predecessor)).toHaveLength(1);
  });

  it('is neither answered nor on record when its request was given up', async () => {
    const own = authority();
    await given.measurement({ authority: own });
    const controller = new AbortController();
    await graph.sql('begin');
    await graph.sql('lock table maturity_measurement in access exclusive mode');
    const { signal } = controller;
    const answer = graph.subgraph.execute({ query: OWN, viewer: reader(own), requestId: 'test', signal });
    while ((await graph.sql(lockWaits)).length === 0);
    controller.abort();
    const { errors } = await answer;
    await graph.sql('commit');
    expect(errors).toMatchObject([{ extensions: { code: 'TIMEOUT' } }]);
    expect(await records(own)).toEqual([]);
  });

  it('keeps the hidden keys inside', async () => {
    const own = authority();
    await given.measurement({ authority: own });
    expect(JSON.stringify(await graph.as(reader(own)).run(OWN))).not.toContain(auditKey);
  });

  it('quotes what the client names', async () => {
    const own = authority();
    await given.measurement({ authority: own });
    const odd = `x'); drop table audit_record; --\\\0`;
    const request = { query: OWN, viewer: reader(own), requestId: odd, operation: odd };
    expect(await graph.subgraph.execute(request)).not.toHaveProperty('errors');
    expect(await records(own)).toMatchObject([{ operation: odd.replace('\0', ''), request_id: odd.replace('\0', '') }]);
  });

  it('gives nothing when the record cannot be written', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own });
    await graph.sql('revoke insert on audit_record from infosec_server');
    try {
      const answer = await graph.as(reader(own)).run(OWN);
      expect(answer).toHaveError('INTERNAL_SERVER_ERROR');
      expect(JSON.stringify(answer)).not.toContain(id);
    } finally {
      await graph.sql('grant insert on audit_record to infosec_server');
    }
    expect(await graph.as(reader(own)).run(OWN)).not.toHaveProperty('errors');
  });

  it.each([
    ['staff', staff()],
    ['nobody', anonymous],
  ])('by %s finds nothing, so nothing is on record', async (_who, viewer) => {
    const LATEST = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organisation { latestMeasurement { id } measurements { edges { cursor } totalCount } } } }`;
    const before = await graph.sql('select from audit_record');
    const of = [{ __typename: 'Organisation', id: authority(), predecessorIds: [] }];
    expect(JSON.stringify(await graph.as(viewer).run(LATEST, { of }))).not.toContain('§');
    expect(await graph.sql('select from audit_record')).toHaveLength(before.length);
  });
});

describe('a connection of the pool', () => {
  const requestOf = (viewer: Viewer): ReadRequest => ({
    actorId: viewer.personId,
    caller: {},
    authorityIds: () => authorityIds(viewer),
    operation: 'test',
    requestId: 'test',
  });
  const setting = `current_setting('viewer.authorities', true)`;
  const statement = (confidential: boolean, text = `select to_jsonb(${setting}) as answer`): Statement => ({
    text,
    params: [],
    checks: [],
    audited: confidential ? [maturityMeasurementReads as never] : [],
    confidential,
  });
  let pool: Pool;
  let runner: ReturnType<typeof guardedRunner>;

  beforeAll(() => {
    pool = new Pool({ connectionString: graph.urls.server, max: 1 });
    pool.on('connect', (client) => client.on('error', () => undefined));
    pool.on('error', () => undefined);
    runner = guardedRunner(new FairPool(pool));
  });

  afterAll(() => pool.end());

  it('carries the viewer’s authorities for the transaction, and none after it', async () => {
    const viewer = reader(authority());
    expect(await runner.run(statement(true), [], requestOf(viewer))).toBe(authorityIds(viewer).join());
    expect(await runner.run(statement(false), [], requestOf(viewer))).toBe('');
  });

  it('carries none after a statement that failed', async () => {
    const viewer = reader(authority());
    const broken = runner.run(statement(true, 'select to_jsonb(1 / 0) as answer'), [], requestOf(viewer));
    await expect(broken).rejects.toThrow('division by zero');
    expect(await runner.run(statement(false), [], requestOf(viewer))).toBeFalsy();
    expect(pool.totalCount).toBe(1);
    expect(pool.idleCount).toBe(1);
  });
});

describe('a change', () => {
  const START = `mutation ($input: StartMeasurementInput!) { startMeasurement(input: $input) { measurement { id } userErrors { code } } }`;
  const valid = (own: string) => ({
    authorityId: own,
    frameworkId: frameworkId('2025'),
    targetLevel: 'BASIC',
    measuredOn: '2026-10-01',
  });

  it('is on record, and the reading of its result too', async () => {
    const own = authority();
    const { data } = await graph.as(ciso(own)).run(START, { input: valid(own) });
    const { id } = data.startMeasurement.measurement;
    expect(await records(own)).toMatchObject([
      { action: 'WRITE', operation: 'startMeasurement', object_types: ['MaturityMeasurement'], object_ids: [id] },
      { action: 'READ', operation: 'test', object_ids: [id] },
    ]);
  });

  it('is not made when the record cannot be written', async () => {
    const own = authority();
    await graph.sql('revoke insert on audit_record from infosec_server');
    try {
      expect(await graph.as(ciso(own)).run(START, { input: valid(own) })).toHaveError('INTERNAL_SERVER_ERROR');
    } finally {
      await graph.sql('grant insert on audit_record to infosec_server');
    }
    expect(await given.rowsOf(own, 'select from maturity_measurement where authority_id = $1', [own])).toEqual([]);
  });
});

describe('the audit record', () => {
  it.each([
    'update audit_record set operation = null',
    'delete from audit_record',
    'truncate audit_record',
    'update audit_record set at = at where false',
  ])('refuses "%s", of its owner too', async (text) => {
    await expect(graph.sql(text)).rejects.toThrow('append-only');
    const pool = new Pool({ connectionString: graph.urls.server, max: 1 });
    await expect(pool.query(text)).rejects.toThrow('permission denied');
    await pool.end();
  });

  it('is not for the serving role to read', async () => {
    const pool = new Pool({ connectionString: graph.urls.server, max: 1 });
    await expect(pool.query('select count(*) from audit_record')).rejects.toThrow('permission denied');
    await pool.end();
  });
});
