import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Pool } from 'pg';
import '../../../../../shared/test/matchers.js';
import { startForTest, type TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { employee, Given, staff, vendorEditor } from '../../../test/given.js';
import { catalogue } from '../../index.js';

let graph: TestSubgraph;
let given: Given;

beforeAll(async () => {
  graph = await startForTest(catalogue, {});
  given = new Given(graph);
});

const records = () =>
  graph.sql<{ object_ids: string[]; authority_ids: string[] }>(
    `select person_id, action, operation, request_id, object_types, object_ids, authority_ids from audit_record order by id`,
  );

/** What a question adds to the records. */
async function recorded(viewer: Viewer, query: string, variables: Record<string, unknown> = {}) {
  const before = await records();
  const answer = await graph.as(viewer).run(query, variables);
  expect(answer.errors).toBeUndefined();
  expect(JSON.stringify(answer)).not.toContain('§');
  return (await records()).slice(before.length);
}

/** An authority with one item of each visibility, by visibility. */
async function portfolio(solutionId?: string) {
  const authority = newId('organisation');
  const solution = solutionId ?? (await given.solution());
  const item = (visibility: string, unit: string = visibility) =>
    given.portfolioItem({ authority_id: authority, solution_id: solution, visibility, owner_unit: unit });
  const hidden = [await item('PRIVATE'), await item('CIRCLE'), await item('LOCAL_AUTHORITIES')];
  return { authority, solution, hidden: hidden.toSorted(), shown: await item('PUBLIC') };
}

const OF_AUTHORITY = `query ($a: ID!) { portfolioItems(filter: { authorityId: { eq: $a } }) { nodes { id status } } }`;
const COUNT = `query ($a: ID!) { portfolioItems(filter: { authorityId: { eq: $a } }) { totalCount } }`;
const EDGES = `query ($a: ID!) { portfolioItems(filter: { authorityId: { eq: $a } }) { edges { cursor } } }`;
const NEXT = `query ($a: ID!) { portfolioItems(filter: { authorityId: { eq: $a } }, first: 0) { pageInfo { hasNextPage } } }`;

describe('staff of the association', () => {
  it('read what an authority did not publish on record: who, by which operation, which items, of whom', async () => {
    const { authority, hidden } = await portfolio();
    const viewer = staff();
    const [record, ...more] = await recorded(viewer, OF_AUTHORITY, { a: authority });
    expect(more).toEqual([]);
    expect({ ...record, object_ids: record!.object_ids.toSorted() }).toEqual({
      person_id: viewer.personId,
      action: 'READ',
      operation: 'test',
      request_id: 'test',
      object_types: ['PortfolioItem'],
      object_ids: hidden,
      authority_ids: [authority],
    });
  });

  it('are on record by every path that leads to an item', async () => {
    const { authority, solution, hidden } = await portfolio();
    const entities = (selection: string) =>
      `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;
    const paths: [string, Record<string, unknown>][] = [
      [entities('... on PortfolioItem { status }'), { of: hidden.map((id) => ({ __typename: 'PortfolioItem', id })) }],
      [
        entities('... on Solution { portfolio { nodes { x: status } } }'),
        { of: [{ __typename: 'Solution', id: solution }] },
      ],
      [
        entities('... on Organisation { portfolio { edges { node { since } } } }'),
        { of: [{ __typename: 'Organisation', id: authority, predecessorIds: [] }] },
      ],
      [EDGES, { a: authority }],
    ];
    for (const [query, variables] of paths) {
      const found = await recorded(staff(), query, variables);
      expect(found.map(({ object_ids: ids }) => ids.toSorted())).toEqual([hidden]);
      expect(found.map(({ authority_ids: ids }) => ids)).toEqual([[authority]]);
    }
  });

  it('are on record when they only count, with the authorities whose items they counted', async () => {
    const { authority } = await portfolio();
    expect(await recorded(staff(), COUNT, { a: authority })).toMatchObject([
      { object_ids: [], authority_ids: [authority] },
    ]);
  });

  it('are on record when they only ask whether there is one', async () => {
    const { authority } = await portfolio();
    expect(await recorded(staff(), NEXT, { a: authority })).toMatchObject([{ authority_ids: [authority] }]);
  });

  it('need no record for what is public', async () => {
    const { authority } = await portfolio();
    const PUBLIC = `query ($a: ID!) { portfolioItems(filter: { authorityId: { eq: $a }, visibility: { eq: PUBLIC } }) {
      totalCount nodes { id } edges { cursor } pageInfo { hasNextPage } } solutions { nodes { name } } }`;
    expect(await recorded(staff(), PUBLIC, { a: authority })).toEqual([]);
  });

  it('need no record for items of an authority at which they have a role themselves', async () => {
    const { authority, solution } = await portfolio();
    const other = await portfolio(solution);
    const at = (...roles: string[]) => ({ ...employee(authority, 'MUNICIPALITY', roles), staffRoles: ['STAFF'] });
    const viewer = at('READER');
    expect(await recorded(viewer, OF_AUTHORITY, { a: authority })).toEqual([]);
    expect(await recorded(at(), OF_AUTHORITY, { a: authority })).toHaveLength(1);
    expect(await recorded(viewer, OF_AUTHORITY, { a: other.authority })).toHaveLength(1);
  });

  it('get nothing when the record cannot be written', async () => {
    const { authority, hidden } = await portfolio();
    await graph.sql('revoke insert on audit_record from catalogue_server');
    try {
      const answer = await graph.as(staff()).run(OF_AUTHORITY, { a: authority });
      expect(answer).toHaveError('INTERNAL_SERVER_ERROR');
      for (const id of hidden) expect(JSON.stringify(answer)).not.toContain(id);
    } finally {
      await graph.sql('grant insert on audit_record to catalogue_server');
    }
  });

  it('leave exactly one record a read, also many at once', async () => {
    const { authority } = await portfolio();
    const before = await records();
    const reads = Array.from({ length: 100 }, () => graph.as(staff()).run(OF_AUTHORITY, { a: authority }));
    // on a busy machine some wait too long for a connection: those have no answer, and no record either
    const answered = (await Promise.all(reads)).filter(({ errors }) => errors === undefined);
    expect(answered.length).toBeGreaterThan(0);
    expect(await records()).toHaveLength(before.length + answered.length);
  });
});

describe('nobody else leaves a record', () => {
  it.each<[string, (authority: string) => Viewer]>([
    ['an anonymous viewer', () => anonymous],
    ['a reader of the authority', (authority) => employee(authority, 'MUNICIPALITY', ['READER'])],
    ['another authority', () => employee(newId('organisation'), 'MUNICIPALITY', ['READER'])],
    ['a vendor', () => vendorEditor(newId('organisation'))],
  ])('%s', async (_who, viewer) => {
    const { authority } = await portfolio();
    expect(await recorded(viewer(authority), OF_AUTHORITY, { a: authority })).toEqual([]);
    expect(await recorded(viewer(authority), COUNT, { a: authority })).toEqual([]);
  });
});

it.each(['update audit_record set operation = null', 'delete from audit_record', 'truncate audit_record'])(
  'the records of the catalogue refuse "%s", and are not for the serving role to read',
  async (text) => {
    await expect(graph.sql(text)).rejects.toThrow('append-only');
    const pool = new Pool({ connectionString: graph.urls.server, max: 1 });
    await expect(pool.query(text)).rejects.toThrow('permission denied');
    await expect(pool.query('select from audit_record')).rejects.toThrow('permission denied');
    await pool.end();
  },
);
