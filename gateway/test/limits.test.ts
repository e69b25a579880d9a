import { getIntrospectionQuery } from 'graphql';
import { FakeSubgraph } from './fake-subgraphs.js';
import { askAt, startGraph, type Answer, type Graph } from './graph.js';

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');
const aliases = (count: number) => `{ solutions { ${times(count, (n) => `a${n}: name`)} } }`;
const roots = (count: number) => `{ ${times(count, () => 'whoAsks')} }`;

const doubled = (count: number): string =>
  `{ self { ...F0 } } ${times(count, (n) => `fragment F${n} on Chain { next { ...F${n + 1} } next { ...F${n + 1} } }`)}
  fragment F${count} on Chain { name }`;
const spread = (count: number): string =>
  `{ self { ...F0 } } ${times(count, (n) => `fragment F${n} on Chain { ...F${n + 1} ...F${n + 1} }`)} fragment F${count} on Chain { name }`;
const alike = (count: number): string => `{ self { ${times(count, () => 'name')} } }`;
const included = (count: number): string =>
  `query ($v: Boolean = true) { self { ${times(count, () => '...on Chain @include(if: $v) { name }')} } }`;
/** Three times as many. */
const includedIn = (count: number): string =>
  `query ($v: Boolean = true) { self { ${times(count, () => '...F @skip(if: $v)')} } }
  fragment F on Chain { name @skip(if: $v) name @include(if: $v) }`;
const includedOnInterface = (count: number): string =>
  `query ($v: Boolean = true) { node(id: "x") { ${times(count, () => 'id @include(if: $v)')} } }`;
/** An interface of three types: with its root field sixty and one. */
const ofInterface = (count: number): string =>
  `{ node(id: "x") { ${times(count, () => '...F')} } } fragment F on Node { ${times(20, () => 'id')} }`;
/** Twice as many levels and one. */
const contacts = (count: number, innermost?: string) => `{ given(contact: ${contact(count, innermost)}) }`;
const contact = (count: number, innermost = '{ email: "a@b.example" }'): string =>
  count === 0 ? innermost : `{ email: "a@b.example", also: [${contact(count - 1, innermost)}] }`;

const introspection = (from = '', to = '') => getIntrospectionQuery().replace(from, to);
const fragments = introspection().replace(/^[^]*?(?=fragment)/u, '');

let graph: Graph;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

describe('an operation', () => {
  it.each([
    ['more than 30 aliases', aliases(31), 'ALIASES_EXCEEDED'],
    [
      'more than 30 aliases in fragments',
      `{ solutions { ...F } ...G ...G } fragment G on Query { solutions { ...F } } fragment F on Solution { ${times(11, (n) => `a${n}: name`)} }`,
      'ALIASES_EXCEEDED',
    ],
    ['more than 20 root fields', roots(21), 'ROOT_FIELDS_EXCEEDED'],
    ['the same root field without end', `{ ${times(600, () => '__typename')} }`, 'ROOT_FIELDS_EXCEEDED'],
    [
      'more than 20 root fields in fragments',
      `{ ...F ... on Query { ...F ...F } } fragment F on Query { ${times(7, () => 'whoAsks')} }`,
      'ROOT_FIELDS_EXCEEDED',
    ],
    [
      'more than 20 mutations',
      `mutation { ${times(21, (n) => `m${n}: createSolution(name: "x") { id }`)} }`,
      'ROOT_FIELDS_EXCEEDED',
    ],
    ['fields that fragments double and double', doubled(9), 'SELECTIONS_EXCEEDED'],
    ['fields of one name that are compared without end', alike(750), 'SELECTIONS_EXCEEDED'],
    ['parts that variables include', included(101), 'CONDITIONS_EXCEEDED'],
    ['parts that variables include, in fragments', includedIn(34), 'CONDITIONS_EXCEEDED'],
    ['parts of an interface that variables include', includedOnInterface(34), 'CONDITIONS_EXCEEDED'],
    ['fields of an interface in a fragment', ofInterface(34), 'SELECTIONS_EXCEEDED'],
    ['values nested too deeply', contacts(4), 'VALUES_EXCEEDED'],
    ['values nested without end', contacts(150), 'VALUES_EXCEEDED'],
    [
      'values nested too deeply in a part that is left out',
      `{ ...F @include(if: false) } fragment F on Query ${contacts(30)}`,
      'VALUES_EXCEEDED',
    ],
    ['too long a list', `{ nodes(ids: [${times(101, () => '"x"')}]) { id } }`, 'VALUES_EXCEEDED'],
    ['too many in an operation that is not asked', `query Other ${roots(21)}`, 'ROOT_FIELDS_EXCEEDED'],
  ])('with %s is refused before a subgraph is asked', async (_what, query, code) => {
    const { community, catalogue } = graph.subgraphs;
    const asked = [community.requests.length, catalogue.requests.length];
    const { status, body } = await graph.ask(query);
    expect([status, body.errors?.map(({ extensions }) => extensions)]).toEqual([400, [{ code }]]);
    expect([community.requests.length, catalogue.requests.length]).toEqual(asked);
  });

  it.each([
    ['aliases', aliases(31), '31 aliases, and 30 is the limit.'],
    ['root fields', roots(21), '21 root fields, and 20 is the limit.'],
    [
      'fields that fragments double',
      doubled(9),
      '2558 fields and fragments, these written out, and 1000 is the limit.',
    ],
    [
      'fields that fragments double without end',
      spread(25),
      'more than 1,000,000 fields and fragments, these written out, and 1000 is the limit.',
    ],
    [
      'parts that a variable includes',
      included(101),
      '101 parts that a variable skips or includes, one on an interface for each of its types, and 100 is the limit.',
    ],
    [
      'fields of an interface',
      ofInterface(34),
      '2041 fields, one on an interface for each of its types, and 2000 is the limit.',
    ],
  ])('is told how many %s it has, and the limit', async (_what, query, message) => {
    const { body } = await graph.ask(query);
    expect(body.errors?.map((error) => error.message)).toEqual([`The operation has ${message}`]);
  });

  it('is told how much comparing fields of one name takes, and the limit', async () => {
    const { body } = await graph.ask(alike(750));
    expect(body.errors?.map(({ message }) => message)).toEqual([expect.stringContaining('500,000 steps')]);
  });

  it('may have a thousand fields and fragments, these written out', async () => {
    const query = (fields: number) =>
      `{ self { ...F ...F name } } fragment F on Chain { ${times(fields, () => 'name')} }`;
    expect((await graph.ask(query(498))).status).toBe(200);
    expect((await graph.ask(query(499))).body.errors?.[0]?.message).toMatch(/has 1002 fields/);
  });

  it.each([
    ['30 aliases', aliases(30)],
    ['seven hundred fields of one name', alike(700)],
    ['fields that fragments double seven times', doubled(7)],
    ['a hundred parts that a variable includes', included(100)],
    ['parts of an interface that a variable includes', includedOnInterface(33)],
    ['fields of an interface', ofInterface(33)],
    ['values of eight levels', contacts(3, '{ email: "a@b.example", also: [] }')],
    ['20 root fields', roots(20)],
    ['100 values in a list', `{ nodes(ids: [${times(100, () => '"x"')}]) { id } }`],
  ])('may have %s', async (_what, query) => {
    expect((await graph.ask(query)).status).toBe(200);
  });
});

describe('the pages of an operation', () => {
  const limits = { rows: 50 };
  let small: Graph;
  beforeAll(async () => {
    small = await startGraph({ limits });
  });
  afterAll(() => small.close());

  const two = (arguments_: string) => `{ solutions${arguments_} { name } b: solutions(first: 30) { name } }`;
  const asVariable =
    'query ($first: Int = 20) { solutions(first: $first) { name } b: solutions(first: $first) { name } }';

  it.each([
    ['by literals', two('(first: 21)'), {}],
    ['by fragments', `{ ...F ...F ...F } fragment F on Query { a: solutions { name } }`, {}],
    ['by a variable', asVariable, { first: 26 }],
  ])(
    'that can hold more rows than the limit are refused before a subgraph is asked: %s',
    async (_what, query, variables) => {
      const asked = small.subgraphs.catalogue.requests.length;
      const { status, body } = await small.ask(query, { variables });
      expect([status, body.errors?.map(({ extensions }) => extensions)]).toEqual([400, [{ code: 'COST_EXCEEDED' }]]);
      expect(body.errors?.[0]?.message).toMatch(
        /can hold (51|52|60) rows, and 50 is the limit\. Ask for smaller pages/,
      );
      expect(small.subgraphs.catalogue.requests).toHaveLength(asked);
    },
  );

  it.each([
    ['by literals', two('(first: 20)'), {}],
    ['by the size that a page has of itself', two(''), {}],
    ['by a variable', asVariable, { first: 25 }],
    ['by its default', asVariable, {}],
  ])('may hold as many as the limit: %s', async (_what, query, variables) => {
    expect((await small.ask(query, { variables })).status).toBe(200);
  });

  it.each([
    ['too long', 'first: 101', '"first" is at most 100; use cursors for more.'],
    ['negative', 'last: -1', '"last" is the number of rows of a page, so it is not negative.'],
    ['counted from both ends', 'first: 1, last: 1', '"last" cannot be asked for together with "first".'],
  ])('are refused before a subgraph is asked when one is %s', async (_what, given, message) => {
    const asked = small.subgraphs.catalogue.requests.length;
    const { status, body } = await small.ask(`{ whoAsks solutions(${given}) { name } }`);
    expect([status, body]).toEqual([400, { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] }]);
    expect(small.subgraphs.catalogue.requests).toHaveLength(asked);
  });
});

describe('a question about the schema', () => {
  // half as much again as the usual introspection of this small schema
  const limits = { introspection: 2000, selections: 20_000 };
  let small: Graph;
  beforeAll(async () => {
    small = await startGraph({ limits });
  });
  afterAll(() => small.close());

  it.each([
    ['the schema asked for twice', introspection('__schema {', 'a: __schema { types { ...FullType } } __schema {')],
    ['its types asked for twice', introspection('types {', 'a: types { ...FullType } types {')],
    [
      'the types of fields in full',
      introspection('types {', 'types { fields(includeDeprecated: true) { type { ...FullType } }'),
    ],
    [
      'types by a name in a variable again and again',
      `query ($name: String!) { ${times(20, (n) => `a${n}: __type(name: $name) { ...FullType }`)} } ${fragments}`,
    ],
  ])('is refused before it is answered: %s', async (_what, query) => {
    const { status, body } = await small.ask(query);
    expect([status, body.errors]).toMatchObject([
      400,
      [
        {
          message: 'The operation asks for more than 2000 values of the schema.',
          extensions: { code: 'INTROSPECTION_EXCEEDED' },
        },
      ],
    ]);
  });

  it.each([
    ['the usual introspection', introspection()],
    ['three single types', `{ ${times(3, (n) => `a${n}: __type(name: "Query") { ...FullType }`)} } ${fragments}`],
  ])('is answered: %s', async (_what, query) => {
    expect((await small.ask(query)).status).toBe(200);
  });
});

describe('a variable', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const ask = async (at: Graph, depth: number) => {
    const body = `{"query":"query ($first: Int) { solutions(first: $first) { id } }","variables":{"first":${nested(depth)}}}`;
    const answer = await fetch(`${at.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return [answer.status, ((await answer.json()) as Answer['body']).errors?.map(({ extensions }) => extensions)];
  };

  it.each([501, 8_000, 100_000])('that nests %d levels deep is refused, and is no failure of ours', async (depth) => {
    expect(await ask(graph, depth)).toEqual([400, [{ code: 'VARIABLE_DEPTH_EXCEEDED' }]]);
    expect(graph.lines.join('')).not.toContain('"level":"error"');
  });

  it('of a stranger’s graph may not be endless either', async () => {
    const generic = await startGraph({ generic: true });
    expect(await ask(generic, 8_000)).toEqual([400, [{ code: 'VARIABLE_DEPTH_EXCEEDED' }]]);
    await generic.close();
  });
});

describe('the variables of a query', () => {
  const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const many = (length: number) => Array.from({ length }, () => 'x');

  it.each([
    ['too long a list', { ids: many(101) }],
    ['too long a list, however deep', { ids: [], more: { or: [{ in: many(101) }] } }],
    ['too many values in all', { ids: [], more: many(20).map(() => ({ or: many(50) })) }],
  ])('with %s are refused before a subgraph is asked', async (_what, variables) => {
    const asked = graph.subgraphs.community.requests.length;
    const { status, body } = await graph.ask(NODES, { variables });
    expect([status, body.errors?.map(({ extensions }) => extensions)]).toEqual([400, [{ code: 'VALUES_EXCEEDED' }]]);
    expect(graph.subgraphs.community.requests).toHaveLength(asked);
  });

  it('may hold a hundred values in a list', async () => {
    expect((await graph.ask(NODES, { variables: { ids: many(100) } })).status).toBe(200);
  });
});

it('a mutation says itself how many values it takes', async () => {
  const query = 'mutation ($name: String!) { createSolution(name: $name) { id } }';
  const variables = { name: 'x', more: Array.from({ length: 5000 }, () => 'x') };
  expect((await graph.ask(query, { variables })).status).toBe(200);
});

it('ten faults are told, and no more looked for', async () => {
  const { status, body } = await graph.ask(`{ ${times(600, (n) => `organisatoin${n}`)} }`);
  const codes = new Set(body.errors?.map(({ extensions }) => extensions['code']));
  expect([status, body.errors?.length, [...codes]]).toEqual([400, 11, ['GRAPHQL_VALIDATION_FAILED']]);
});

describe('kinds of operations that the graph does not serve', () => {
  it.each(['subscription { x }', 'subscription S { x }'])('%s', async (query) => {
    const { status, body } = await graph.ask(query);
    expect([status, body.errors?.[0]?.extensions]).toEqual([400, { code: 'OPERATION_RESOLUTION_FAILURE' }]);
    expect(graph.lines.join('')).not.toContain('"level":"error"');
  });

  it('are no matter beside the operation that is asked', async () => {
    const answer = await askAt(`${graph.url}/graphql`, {
      query: 'query Q { whoAsks } subscription S { x }',
      operationName: 'Q',
    });
    expect(answer.body).toEqual({ data: { whoAsks: 'nobody' } });
  });
});

describe('an answer', () => {
  it('that is too large is refused with a code', async () => {
    const small = await startGraph({ limits: { answerBytes: 500 } });
    const fits = await small.ask('{ solutions(first: 5) { id } }');
    const { status, body } = await small.ask('{ solutions(first: 50) { id } }');
    await small.close();
    expect(fits.status).toBe(200);
    expect([status, body]).toEqual([
      400,
      {
        errors: [
          {
            message: 'The answer is larger than 500 bytes. Ask for fewer objects or fields.',
            extensions: { code: 'ANSWER_TOO_LARGE' },
          },
        ],
      },
    ]);
  });

  it('of more than ten megabytes is too large unless something else is said', async () => {
    const community = new FakeSubgraph('community');
    const whoAsks = 'x'.repeat(11 * 1024 * 1024);
    community.execute = async () => ({ data: { whoAsks } });
    const large = await startGraph({ replace: { community } });
    const { status, body } = await large.ask('{ whoAsks }');
    await large.close();
    expect([status, body.errors?.[0]?.extensions]).toEqual([400, { code: 'ANSWER_TOO_LARGE' }]);
  });
});

it('strangers have no such limits', async () => {
  const generic = await startGraph({ generic: true });
  const statuses = [await generic.ask(aliases(100)), await generic.ask(roots(100))].map(({ status }) => status);
  await generic.close();
  expect(statuses).toEqual([200, 200]);
});
