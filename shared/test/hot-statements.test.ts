import { Client } from 'pg';
import { catalogue } from '@lokaal/catalogue';
import { catalogueSchema } from '../../subgraphs/catalogue/src/schema.js';
import { anonymous } from '../src/auth/index.js';
import { Executor } from '../src/graphql/index.js';
import { createLogger } from '../src/logging/index.js';
import type { Statement, StatementRunner } from '../src/read/index.js';
import { cloneDatabase, closeBeforeDropping } from './database.js';
import { TestClock } from './subgraph.js';

const pad = (text: string): string => `${text} || '_' || lpad(i::text, 26, '0')`;

/** Enough rows that reading all of them is never the best plan. */
const rows = [
  `insert into vendor (id, slug, name) select ${pad(`'vendor'`)}, 'v' || i, 'Leverancier ' || i from generate_series(1, 500) i`,
  `insert into solution (id, slug, name, vendor_id, short_description, kind, license, status, deployment_types, functions)
   select ${pad(`'solution'`)}, 's' || i, md5(i::text), 'vendor_' || lpad((i % 500 + 1)::text, 26, '0'), md5((i * 7)::text),
     (array['APPLICATION', 'PLATFORM', 'COMPONENT', 'SERVICE'])[i % 4 + 1], 'EUPL-1.2', 'PUBLISHED', array['SAAS'], array['f' || i % 300]
   from generate_series(1, 20000) i`,
  `insert into solution_version (id, solution_id, number)
   select ${pad(`'solutionversion'`)}, 'solution_' || lpad((i % 20000 + 1)::text, 26, '0'), 'v' || i from generate_series(1, 40000) i`,
  `insert into portfolio_item (id, authority_id, solution_id, status, since, criticality, confidentiality, integrity,
     availability, processes_personal_data, visibility)
   select ${pad(`'portfolioitem'`)}, 'organisation_' || i % 300, 'solution_' || lpad((i % 20000 + 1)::text, 26, '0'), 'PLANNED',
     date '2020-01-01' + i % 900, 'LOW', 1, 1, 1, false, case when i % 3 = 0 then 'PUBLIC' else 'PRIVATE' end
   from generate_series(1, 60000) i`,
  'analyze',
];

/** Explains each statement on the way, and still answers. */
class ExplainingRunner implements StatementRunner {
  plans: string[] = [];
  onRecord = false;

  constructor(private readonly client: Client) {}

  async run({ text, audited }: Statement, values: readonly unknown[]): Promise<unknown> {
    this.onRecord ||= audited.length > 0;
    const plan = await this.client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values]);
    this.plans.push(plan.rows.map((row) => row['QUERY PLAN']).join('\n'));
    return (await this.client.query<{ answer: unknown }>(text, [...values])).rows[0]?.answer;
  }
}

let client: Client;
let runner: ExplainingRunner;
let executor: Executor;

beforeAll(async () => {
  const { owner } = await cloneDatabase(catalogue);
  client = new Client({ connectionString: owner });
  await client.connect();
  closeBeforeDropping(() => client.end());
  for (const statement of rows) await client.query(statement);
  runner = new ExplainingRunner(client);
  const logger = createLogger({ service: 'catalogue', destination: { write: () => undefined } });
  executor = new Executor({ built: catalogueSchema(undefined as never), runner, clock: new TestClock(), logger });
});

async function planOf(query: string, variables: Record<string, unknown> = {}): Promise<string> {
  runner.plans = [];
  const answer = await executor.execute({ query, variables, viewer: anonymous, requestId: 'test' });
  expect(answer.errors).toBeUndefined();
  return runner.plans.join('\n');
}

const cursorOfRow = async (place: number): Promise<string> => {
  const {
    rows: [row],
  } = await client.query<{ id: string; name: string }>(
    'select id, name from solution order by name, id offset $1 limit 1',
    [place],
  );
  return cursor('name+,id+', row?.name, row?.id);
};

const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('a hot statement reads by index', () => {
  it('for the first page of a list, in the order of the index', async () => {
    const plan = await planOf('{ solutions { nodes { id name } pageInfo { hasNextPage } } }');
    expect(plan).toMatch(/Index Scan using solution_name_id_idx/);
    expect(plan).not.toMatch(/Seq Scan|Sort/);
  });

  it.each(['first: 20, after', 'last: 20, before'])(
    'for a page far in the list, from its cursor on (%s)',
    async (page) => {
      const plan = await planOf(
        `query ($cursor: String) { solutions(${page}: $cursor) { nodes { name } pageInfo { hasNextPage hasPreviousPage } } }`,
        { cursor: await cursorOfRow(15_000) },
      );
      expect(plan).toMatch(/Index Cond: \(ROW\(name, id\) [<>] ROW/);
      expect(plan).not.toMatch(/Seq Scan|Sort/);
    },
  );

  it('for a page far in a list that is ordered up and down', async () => {
    const plan = await planOf(
      `query ($cursor: String) { solutions(first: 20, after: $cursor, orderBy: [{ field: NAME }, { field: UPDATED_AT, direction: DESC }]) {
        nodes { name } pageInfo { hasPreviousPage } } }`,
      { cursor: cursor('name+,updatedAt-,id-', 'e', '2026-01-01T00:00:00.000000Z', 'solution_1') },
    );
    expect(plan).toMatch(/Index Cond: \(name >= /);
    expect(plan).toMatch(/Index Cond: \(name <= /);
    expect(plan).not.toMatch(/Seq Scan/);
  });

  it('for all of its facets and its count at once', async () => {
    const plan = await planOf(
      '{ solutions(filter: { vendorId: { eq: "vendor_00000000000000000000000007" } }) { totalCount facets { kind { count } functions { count } vendorId { count } } } }',
    );
    expect(plan.match(/ on solution /g)).toHaveLength(1);
    expect(plan).not.toMatch(/Seq Scan/);
  });

  it('for the reference question: vendors and what is used, row by row of the page', async () => {
    const plan = await planOf(`{ solutions(first: 20) { nodes { slug vendor { name } versions { nodes { number } }
      portfolio(first: 5, filter: { visibility: { eq: PUBLIC } }) { nodes { status authority { id } } } } } }`);
    expect(plan).toMatch(/using vendor_pkey/);
    expect(plan).toMatch(/using portfolio_item_public/);
    expect(plan).not.toMatch(/Seq Scan/);
    // an anonymous reader is on no record, so the statement needs no transaction
    expect(runner.onRecord).toBe(false);
  });

  it('for references by id', async () => {
    const representations = Array.from({ length: 100 }, (_one, index) => ({
      __typename: 'Solution',
      id: `solution_${String(index).padStart(26, '0')}`,
    }));
    const plan = await planOf(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Solution { name vendor { name } } } }',
      { representations },
    );
    expect(plan).toMatch(/using solution_pkey/);
    expect(plan).not.toMatch(/Seq Scan/);
  });

  it('for one by its slug', async () => {
    const plan = await planOf('{ solution(slug: "s77") { name vendor { name } versions { nodes { number } } } }');
    expect(plan).toMatch(/using solution_slug_key/);
    expect(plan).not.toMatch(/Seq Scan/);
  });

  it('for what belongs to an authority of another subgraph', async () => {
    const representations = [{ __typename: 'Organisation', id: 'organisation_7', predecessorIds: ['organisation_8'] }];
    const plan = await planOf(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Organisation { portfolio { nodes { status } totalCount } } } }',
      { representations },
    );
    expect(plan).toMatch(/portfolio_item_authority_id_since_id_idx/);
    expect(plan).not.toMatch(/Seq Scan/);
  });

  it.each([
    ['full text', '{ solutions(search: "abc123") { nodes { name } totalCount } }', /solution_search_vector_idx/],
    ['a slip', '{ solutions(search: "abc123") { nodes { name } totalCount } }', /solution_slip_vector_idx/],
    [
      'some of the words',
      '{ solutions(search: "abc123 def456") { nodes { name } totalCount } }',
      /(solution_search_vector_idx[^]*){2}/,
    ],
    [
      'a typing error',
      '{ solutions(search: "abc123") { nodes { name } totalCount } }',
      /solution_search_text_idx|solution_search_text/,
    ],
    ['part of a name', '{ solutions(filter: { name: { contains: "abc12" } }) { totalCount } }', /solution_search_text/],
    [
      'the beginning of a name',
      '{ solutions(filter: { name: { startsWith: "abc12" } }) { totalCount } }',
      /solution_search_text/,
    ],
    [
      'one of its functions',
      '{ solutions(filter: { functions: { has: "f7" } }) { totalCount } }',
      /solution_functions_idx/,
    ],
    [
      'a vendor',
      '{ solutions(filter: { vendorId: { in: ["vendor_00000000000000000000000007"] } }) { totalCount } }',
      /solution_vendor_id_idx/,
    ],
  ])('for %s', async (_name, query, index) => {
    const plan = await planOf(query);
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/Seq Scan/);
  });
});
