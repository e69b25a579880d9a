import { fastify } from 'fastify';
import { Client } from 'pg';
import { parse } from 'csv-parse/sync';
import { tableAnswer } from '../src/http/table-answer.js';
import { transports } from './graph.js';
import { startWholeGraph, type WholeGraph } from './whole-graph.js';

let graph: WholeGraph;
beforeAll(async () => {
  graph = await startWholeGraph();
});

type Question = string | Record<string, unknown>;

const inCsv = (accept = 'text/csv') => ({ 'content-type': 'application/json', accept });

async function ask(
  question: Question,
  { transport = 'in process' as (typeof transports)[number], accept = 'text/csv' } = {},
): Promise<Response> {
  const body = JSON.stringify(typeof question === 'string' ? { query: question } : question);
  return fetch(`${graph.addresses[transport]}/graphql`, { method: 'POST', headers: inCsv(accept), body });
}

/** As a spreadsheet reads it: rows of cells, the headings first. */
const cellsOf = async (response: Response): Promise<string[][]> =>
  parse(Buffer.from(await response.arrayBuffer()), { delimiter: ';', bom: true });

const dataOf = async <Data = never>(query: string): Promise<Data> =>
  (await graph.ask('in process', query)).body.data as Data;

async function refusalOf(question: Question, transport?: (typeof transports)[number]): Promise<unknown[]> {
  const response = await ask(question, { transport });
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return [response.status, response.headers.get('content-type'), errors[0]?.extensions.code];
}

const USERS = `{ solutions(first: 5) { totalCount pageInfo { endCursor } nodes {
  naam: name
  vendor { name }
  deploymentTypes
  openSource
  portfolio(first: 2) { nodes { status authority { legalName publishedLabel { level } } } }
} } }`;

interface Used {
  readonly solutions: {
    totalCount: number;
    pageInfo: { endCursor: string };
    nodes: {
      naam: string;
      vendor: { name: string };
      deploymentTypes: string[];
      openSource: boolean;
      portfolio: { nodes: { status: string; authority: { legalName: string; publishedLabel?: { level: string } } }[] };
    }[];
  };
}

interface OfTown {
  readonly municipality: { readonly organisations: { readonly nodes: { readonly legalName: string }[] } };
}

interface OfVendor {
  readonly solutions: { readonly nodes: { readonly id: string }[] };
}

interface FoundInGhent {
  readonly search: {
    readonly nodes: readonly { readonly __typename: string; readonly name?: string; readonly legalName?: string }[];
  };
}

describe('a connection as CSV', () => {
  it.each(transports)('has a row per node and a column per value, %s', async (transport) => {
    const response = await ask(USERS, { transport });
    const { solutions }: Used = await dataOf(USERS);
    const headings = [
      'naam',
      'vendor.name',
      'deploymentTypes',
      'openSource',
      'portfolio.nodes.status',
      'portfolio.nodes.authority.legalName',
      'portfolio.nodes.authority.publishedLabel.level',
    ];
    const rows = solutions.nodes.map(({ naam, vendor, deploymentTypes, openSource, portfolio: { nodes } }) => [
      naam,
      vendor.name,
      deploymentTypes.join(' | '),
      String(openSource),
      nodes.map(({ status }) => status).join(' | '),
      nodes.map(({ authority }) => authority.legalName).join(' | '),
      nodes.map(({ authority }) => authority.publishedLabel?.level ?? '').join(' | '),
    ]);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(await cellsOf(response)).toEqual([headings, ...rows]);
  });

  it('tells in headers how many there are in all, and where the next page begins', async () => {
    const { headers } = await ask(USERS);
    const { solutions }: Used = await dataOf(USERS);
    expect([headers.get('x-total-count'), headers.get('x-end-cursor')]).toEqual([
      String(solutions.totalCount),
      solutions.pageInfo.endCursor,
    ]);
  });

  it('is the same asked by edges, by fragments, and with another name of the list', async () => {
    const plain = await cellsOf(await ask('{ vendors(first: 3) { nodes { name slug } } }'));
    const others = [
      '{ vendors(first: 3) { edges { cursor node { name slug } } } }',
      '{ vendors(first: 3) { ...Page } } fragment Page on VendorConnection { nodes { ...V slug } } fragment V on Vendor { name }',
      '{ them: vendors(first: 3) { all: nodes { name ... { slug } } } }',
    ];
    expect(await Promise.all(others.map(async (one) => cellsOf(await ask(one))))).toEqual([plain, plain, plain]);
  });

  it('has no column for what @skip and @include leave out', async () => {
    const query = `query ($more: Boolean!) { vendors(first: 1) { nodes { name slug @include(if: $more) } } }`;
    const headings = async (more: boolean) => (await cellsOf(await ask({ query, variables: { more } })))[0];
    expect([await headings(true), await headings(false)]).toEqual([['name', 'slug'], ['name']]);
  });

  it('has the columns of all types that its nodes may have', async () => {
    const query = `{ search(text: "gent", first: 3) { nodes { __typename ... on Municipality { name } ... on Organisation { legalName } } } }`;
    const { search }: FoundInGhent = await dataOf(query);
    const rows = search.nodes.map(({ __typename, name = '', legalName = '' }) => [__typename, name, legalName]);
    expect(new Set(rows.map(([type]) => type))).toEqual(new Set(['Municipality', 'Organisation']));
    expect(await cellsOf(await ask(query))).toEqual([['__typename', 'name', 'legalName'], ...rows]);
  });

  it('has its headings when there is nothing to show', async () => {
    const none = '{ solutions(filter: { name: { eq: "no such solution" } }) { nodes { name vendor { slug } } } }';
    expect(await cellsOf(await ask(none))).toEqual([['name', 'vendor.slug']]);
  });

  it('never begins a cell as a formula, and keeps quotes, semicolons and line ends in their cell', async () => {
    const names = ['=HYPERLINK("https://x.example")', '+1', '-1', '@SUM(A1)', 'een "twee";\ndrie'];
    const client = new Client({ connectionString: graph.urls.catalogue.owner });
    await client.connect();
    const { rows } = await client.query<{ id: string }>('select id from vendor order by id limit 5');
    for (const [index, name] of names.entries())
      await client.query('update vendor set name = $1 where id = $2', [name, rows[index]?.id]);
    await client.end();
    const query = 'query ($names: [String!]!) { vendors(filter: { name: { in: $names } }) { nodes { name } } }';
    const [, ...cells] = await cellsOf(await ask({ query, variables: { names } }));
    expect(cells.flat().toSorted()).toEqual([...names.slice(0, 4).map((name) => `'${name}`), names[4]].toSorted());
  });

  it.each([
    ['text/csv', 'text/csv; charset=utf-8'],
    ['text/csv, application/json', 'text/csv; charset=utf-8'],
    ['application/json;q=0.5, text/csv', 'text/csv; charset=utf-8'],
    ['application/json, text/csv', 'application/json; charset=utf-8'],
    ['text/csv;q=0.1, application/json', 'application/json; charset=utf-8'],
    ['text/csv;q=0, application/json', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
  ])('is what is liked best in %s', async (accept, type) => {
    const { headers } = await ask('{ vendors(first: 1) { nodes { name } } }', { accept });
    expect(headers.get('content-type')).toBe(type);
  });
});

describe('a connection of one object as CSV', () => {
  const NAMES = '{ nodes { legalName } }';
  const OF_TOWN = `{ municipality(nis: "11055") { organisations(first: 5) ${NAMES} } }`;

  it.each(transports)('has a row per node of it, %s', async (transport) => {
    const { municipality } = await dataOf<OfTown>(OF_TOWN);
    const rows = municipality.organisations.nodes.map(({ legalName }) => [legalName]);
    expect(rows).not.toEqual([]);
    expect(await cellsOf(await ask(OF_TOWN, { transport }))).toEqual([['legalName'], ...rows]);
  });

  it.each(transports)('is followed through fragments, other names, and __typename, %s', async (transport) => {
    const plain = await cellsOf(await ask(OF_TOWN, { transport }));
    const asked = [
      `{ __typename ...Q } fragment Q on Query { town: municipality(nis: "11055") { ...M } }
        fragment M on Municipality { __typename ... { all: organisations(first: 5) { __typename ...O } } }
        fragment O on OrganisationConnection ${NAMES}`,
    ];
    for (const one of asked) expect(await cellsOf(await ask(one, { transport }))).toEqual(plain);
  });

  it('is followed over several objects, in the one subgraph and in another', async () => {
    const { solutions } = await dataOf<OfVendor>('{ solutions(first: 1) { nodes { id } } }');
    const query = 'query ($id: ID!) { node(id: $id) { ... on Solution { vendor { solutions { nodes { id } } } } } }';
    const variables = { id: solutions.nodes[0]?.id };
    expect((await cellsOf(await ask({ query, variables }))).flat()).toContain(variables.id);
  });

  it.each(transports)(
    'is not found where something on the way does not exist, or is something else, %s',
    async (transport) => {
      const { vendors } = await dataOf<{ vendors: { nodes: { id: string }[] } }>(
        '{ vendors(first: 1) { nodes { id } } }',
      );
      const [{ id }] = vendors.nodes as [{ id: string }];
      const notFound = [404, 'application/json; charset=utf-8', 'NOT_FOUND'];
      const onOther = `{ node(id: "${id}") { ... on Solution { portfolio { nodes { status } } } } }`;
      for (const query of [OF_TOWN.replace('11055', '11999'), `{ me { certificates { nodes { title } } } }`, onOther])
        expect([query, ...(await refusalOf(query, transport))]).toEqual([query, ...notFound]);
    },
  );
});

describe('what is no table', () => {
  const refused = [406, 'application/json; charset=utf-8', 'NOT_ACCEPTABLE'];

  it.each([
    ['an object', '{ me { name } }'],
    ['two connections', '{ solutions { nodes { name } } vendors { nodes { name } } }'],
    ['a value beside the connection', '{ municipality(nis: "11055") { name organisations { nodes { legalName } } } }'],
    ['an object beside the connection', '{ me { name } solutions { nodes { name } } }'],
    [
      'a connection of each object of a list',
      '{ nodes(ids: []) { ... on Solution { portfolio { nodes { status } } } } }',
    ],
    ['a connection with its facets', '{ solutions { facets { kind { value } } nodes { name } } }'],
    ['a connection without its nodes', '{ solutions { totalCount } }'],
    ['a list', '{ nodes(ids: []) { id } }'],
    ['the schema', '{ __schema { types { name } } }'],
    ['a mutation', 'mutation { signIn(input: { email: "a@b.example", password: "x" }) { accessToken } }'],
  ])('is refused: %s', async (_what, query) => {
    expect(await refusalOf(query)).toEqual(refused);
  });

  it.each([
    ['a syntax error', '{ solutions', 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ solutions { nodes { colour } } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['too long a page', '{ solutions(first: 101) { nodes { name } } }', 400, 'BAD_USER_INPUT'],
    ['a missing variable', 'query ($n: Int!) { solutions(first: $n) { nodes { name } } }', 400, 'BAD_USER_INPUT'],
  ])('is refused as ever: %s', async (_what, query, status, code) => {
    expect(await refusalOf(query)).toEqual([status, 'application/json; charset=utf-8', code]);
  });

  it('is half an answer: without a subgraph it stays JSON, and its status says so', async () => {
    const { status, body } = await graph.askWithout('infosec', USERS, { accept: 'text/csv' });
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([503, 'SUBGRAPH_UNAVAILABLE']);
  });

  it.each([
    ['SERVICE_UNAVAILABLE', 503],
    ['TIMEOUT', 504],
    ['RATE_LIMITED', 429],
    ['INTERNAL_SERVER_ERROR', 502],
    ['BAD_USER_INPUT', 400],
  ])('has a status that says whose fault %s is', async (code, status) => {
    const app = fastify();
    const body = JSON.stringify({ data: { vendors: null }, errors: [{ message: 'Nothing.', extensions: { code } }] });
    app.get('/', (_request, reply) => reply.send(tableAnswer(reply, body, () => undefined)));
    expect((await app.inject('/')).statusCode).toBe(status);
  });

  it('says after how long it may be asked again', async () => {
    const app = fastify();
    const errors = ['RATE_LIMITED', 'BAD_USER_INPUT', 'RATE_LIMITED'].map((code, index) => ({
      message: 'Later.',
      extensions: { code, ...(code === 'RATE_LIMITED' && { retryAfter: 7 - index }) },
    }));
    app.get('/', (_request, reply) => reply.send(tableAnswer(reply, JSON.stringify({ errors }), () => undefined)));
    const { statusCode, headers } = await app.inject('/');
    expect([statusCode, headers['retry-after']]).toEqual([429, '7']);
  });
});
