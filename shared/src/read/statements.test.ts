import { anonymous, type Viewer } from '../auth/index.js';
import { fixture, fixtureSchema, type RecordingRunner } from '../../test/read-fixture/fixture.js';
import { hostileTexts, rowsOfSeed, store } from '../../test/read-fixture/rows.js';
import { staff } from '../../test/read-fixture/viewers.js';
import { startForTest, type TestSubgraph } from '../../test/subgraph.js';
import { StatementCache } from './index.js';

let graph: TestSubgraph;
let runner: RecordingRunner;

beforeAll(async () => {
  graph = await startForTest(fixture, { onRunner: (one) => (runner = one) });
  await store(rowsOfSeed(6), (text, values) => graph.sql(text, values));
});

beforeEach(() => (runner.runs.length = 0));

const statements = () => runner.runs.map(({ statement }) => statement);
const employee = (organisationId: string): Viewer => ({
  personId: `person_of_${organisationId}`,
  staffRoles: [],
  employments: [{ organisationId, organisationKind: 'MUNICIPALITY', roles: ['DPO'], predecessorIds: [] }],
  circlePeerIds: [],
});

const DEEP = `query Deep($first: Int, $title: String, $search: String) {
  books(first: $first, filter: { title: { contains: $title } }, search: $search) {
    totalCount facets { kind { value count } } pageInfo { hasNextPage }
    nodes { title author { name books(first: 2) { nodes { title reviews(first: 3) { nodes { stars secret } } } } } publisher { id } chapters { title } }
  }
}`;

describe('statements', () => {
  it.each([1, 20, 100])('is one for a root field with everything below it, for %i rows', async (first) => {
    const answer = await graph.as(staff).run(DEEP, { first });
    expect(answer.errors).toBeUndefined();
    expect(statements()).toHaveLength(1);
  });

  it('is one for all representations of a type, whatever their number', async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Book { title author { name } } ... on Publisher { ownBooks { nodes { title } } } } }`;
    for (const count of [1, 20, 100]) {
      runner.runs.length = 0;
      const representations = Array.from({ length: count }, (_one, index) => [
        { __typename: 'Book', id: `book_${index}` },
        { __typename: 'Publisher', id: `publisher_${index}`, imprintIds: [] },
      ]).flat();
      await graph.as(staff).run(query, { representations });
      expect(statements()).toHaveLength(2);
    }
  });

  it('gives each representation its row: the same one twice, and none for a key that is no id', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Book { id } } }`;
    const { books } = (await graph.as(staff).run('{ books(first: 2) { nodes { id } } }')).data;
    const [one, two] = books.nodes;
    const ids = [one.id, two.id, null, 5, [one.id], one.id];
    const of = [...ids.map((id) => ({ __typename: 'Book', id })), { __typename: 'Book' }];
    const { data } = await graph.as(staff).run(query, { of });
    expect(data._entities).toEqual([one, two, null, null, null, one, null]);
  });

  it('answers the same of a stub, whether its id came alone or with what it requires', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Publisher { id ownBooks { nodes { id } } } } }`;
    const key = { __typename: 'Publisher', id: 'publisher_1' };
    const entities = async (...of: object[]) => (await graph.as(staff).run(query, { of })).data._entities;
    const [alone] = await entities(key);
    expect(alone.ownBooks.nodes).not.toEqual([]);
    expect(await entities(key, { ...key, imprintIds: ['publisher_2'] }, { __typename: 'Publisher' })).toEqual([
      alone,
      alone,
      null,
    ]);
  });

  it('is one for each of two aliases of a relation together', async () => {
    await graph
      .as(staff)
      .run('{ books { nodes { few: reviews(first: 1) { nodes { id } } all: reviews { totalCount } } } }');
    expect(statements()).toHaveLength(1);
  });

  it('is the same object for other values of variables and other viewers of the same shape', async () => {
    await graph.as(employee('organisation_1')).run(DEEP, { first: 1, title: 'a', search: 'x' });
    await graph.as(employee('organisation_2')).run(DEEP, { first: 1, title: '%', search: 'een twee' });
    expect(statements()[1]).toBe(statements()[0]);
  });

  it('is the same object for a filter in a variable that differs in its values only', async () => {
    const query = 'query ($filter: BookFilter) { books(filter: $filter) { nodes { id } } }';
    await graph.as(anonymous).run(query, { filter: { or: [{ title: { in: ['a', 'b'] } }, { pages: { gt: 1 } }] } });
    await graph.as(anonymous).run(query, { filter: { or: [{ title: { in: ['c'] } }, { pages: { gt: 7 } }] } });
    expect(statements()[1]).toBe(statements()[0]);
  });

  it.each<[string, string, object, object]>([
    [
      'another structure of the filter',
      'query ($v: BookFilter) { books(filter: $v) { totalCount } }',
      { pages: { gt: 1 } },
      { pages: { lt: 1 } },
    ],
    [
      'a filter that is null',
      'query ($v: BookFilter) { books(filter: $v) { totalCount } }',
      { pages: { gt: 1 } },
      { pages: null },
    ],
    [
      'another order',
      'query ($v: [BookOrder!]) { books(orderBy: $v) { nodes { id } } }',
      [{ field: 'PAGES' }],
      [{ field: 'PAGES', direction: 'DESC' }],
    ],
    [
      'a flag that is up',
      'query ($v: Boolean!) { books { nodes { id title @include(if: $v) } } }',
      true as never,
      false as never,
    ],
    ['another size of the page', 'query ($v: Int) { books(first: $v) { nodes { id } } }', 5 as never, 6 as never],
    ['a blank search', 'query ($v: String) { books(search: $v) { totalCount } }', ' ' as never, 'boek' as never],
  ])('differs for %s', async (_name, query, one, other) => {
    await graph.as(anonymous).run(query, { v: one });
    await graph.as(anonymous).run(query, { v: other });
    await graph.as(anonymous).run(query, { v: one });
    expect(statements()[1]!.text).not.toBe(statements()[0]!.text);
    expect(statements()[2]).toBe(statements()[0]);
  });

  it('differs for two operations that share a fragment', async () => {
    const query = `query One { ...F } query Two { ...F books { nodes { title } } } fragment F on Query { books { nodes { id } } }`;
    const viewer = anonymous;
    await graph.subgraph.execute({ query, operationName: 'One', viewer, requestId: 'test' });
    const { data } = await graph.subgraph.execute({ query, operationName: 'Two', viewer, requestId: 'test' });
    expect(Object.keys((data as { books: { nodes: object[] } }).books.nodes[0]!)).toEqual(['id', 'title']);
  });

  it('differs for two payloads that share a fragment', async () => {
    const query = `mutation ($one: TouchBookInput!, $two: TouchBookInput!) { one: touchBook(input: $one) { ...F } two: touchBook(input: $two) { ...F book { title } } }
      fragment F on TouchBookPayload { book { id } }`;
    const { data } = await graph.as(staff).run(query, { one: { id: 'book_001' }, two: { id: 'book_002' } });
    expect(data.one.book).toEqual({ id: 'book_001' });
    expect(data.two.book).toEqual({ id: 'book_002', title: expect.any(String) });
  });

  it('takes the values of a root field from each request, also when they were written into the condition', async () => {
    const query =
      'query ($pages: Int!, $kind: String!) { thickBooks(pages: $pages) { nodes { pages } } booksOfKind(kind: $kind) { nodes { kind } } }';
    for (const [pages, kind] of [
      [1, 'NOVEL'],
      [2, 'COMIC'],
    ] as const) {
      const { data } = await graph.as(staff).run(query, { pages, kind });
      expect(new Set((data.thickBooks.nodes as { pages: number }[]).map((one) => one.pages))).toEqual(new Set([pages]));
      expect(new Set((data.booksOfKind.nodes as { kind: string }[]).map((one) => one.kind))).toEqual(new Set([kind]));
    }
  });

  it('holds no branch for what a viewer surely is not', async () => {
    await graph.as(anonymous).run('{ books { nodes { id } } }');
    expect(statements()[0]!.text).not.toContain('owner_id" =');
  });

  it('keeps a bounded number of texts', async () => {
    const cache = new StatementCache();
    const info = {
      operation: { kind: 'OperationDefinition', variableDefinitions: [] },
      fragments: {},
      fieldNodes: [{}],
      path: { key: 'x' },
      variableValues: {},
      schema: fixtureSchema().schema,
    };
    const text = 'x'.repeat(1_000_000);
    for (let index = 0; index < 100; index++)
      cache.get(info as never, `variant ${index}`, () => ({
        text,
        params: [],
        checks: [],
        audited: [],
        confidential: false,
      }));
    expect(cache.size).toBeLessThanOrEqual(20);
  });
});

describe('what a client writes', () => {
  const marks = [
    ...hostileTexts.filter((text) => text.length > 3),
    "zzq'mark",
    'zzq"mark',
    'zzq\\mark',
    'zzq\0mark',
    'zzq$1mark',
    'zzq😀mark',
    '\ud800zzq',
  ];
  /** A search refuses U+0000: see its own test. */
  const searchable = (text: string): string => text.replaceAll('\0', '');
  const EVERYWHERE = `query Hostile($text: String!, $search: String!, $id: ID!, $representations: [_Any!]!) {
    books(search: $search, filter: { or: [{ title: { contains: $text } }, { title: { startsWith: $text } }, { subtitle: { in: [$text] } },
      { authorId: { eq: $id } }, { genres: { has: $text } }, { genres: { hasAny: [$text] } }] }) {
      totalCount facets { genres { value } } nodes { price(currency: $text) reviews(filter: { remark: { ne: $text } }) { totalCount } } }
    book(id: $id) { id }
    booksOfKind(kind: "NOVEL") { totalCount }
    _entities(representations: $representations) { ... on Book { title } ... on Publisher { ownBooks { totalCount } } }
  }`;

  it.each(marks)('is never part of a statement, only its parameter: %j', async (text) => {
    const representations = [
      { __typename: 'Book', id: text },
      { __typename: 'Publisher', id: text, imprintIds: [text] },
      { __typename: text, id: text },
    ];
    const answer = await graph.as(staff).run(EVERYWHERE, { text, search: searchable(text), id: text, representations });
    expect(answer.errors).toBeUndefined();
    expect(statements().length).toBeGreaterThanOrEqual(5);
    for (const { text: statement } of statements()) {
      expect(statement).not.toContain('zzq');
      expect(statement).not.toContain('drop table');
    }
  });

  // half of a surrogate pair is no GraphQL
  it.each(marks.filter((text) => !/\p{Surrogate}/u.test(text)))(
    'is never part of a statement as a literal either: %j',
    async (text) => {
      const quoted = JSON.stringify(text);
      const answer = await graph
        .as(staff)
        .run(
          `{ books(search: ${JSON.stringify(searchable(text))}, filter: { title: { eq: ${quoted} } }) { nodes { price(currency: ${quoted}) } } book(id: ${quoted}) { id } }`,
        );
      expect(answer.errors).toBeUndefined();
      for (const { text: statement } of statements()) expect(statement).not.toContain('zzq');
    },
  );

  it('is refused by GraphQL itself where it would be a name', async () => {
    for (const alias of [`a'b`, 'a"b', 'a-b', 'é'])
      expect(await graph.as(staff).run(`{ ${alias}: books { totalCount } }`)).toHaveError('GRAPHQL_PARSE_FAILED');
    expect(runner.runs).toEqual([]);
  });

  it('keeps an alias as it is, also one that means something in JavaScript', async () => {
    const { data } = await graph
      .as(staff)
      .run('{ constructor: books(first: 1) { __proto__: nodes { toString: id } } }');
    expect(JSON.stringify(data)).toContain('"toString":"book_');
  });

  it('has no effect as the name of an operation', async () => {
    const answer = await graph.subgraph.execute({
      query: '{ books { totalCount } }',
      viewer: anonymous,
      requestId: `'; drop table book; --`,
      operation: `'; drop table book; --`,
    });
    expect(answer.errors).toBeUndefined();
    expect(statements()[0]!.text).not.toContain('drop');
  });
});

describe('confidential rows', () => {
  const viewer = employee('organisation_1');

  it('tell the runner their ids, and the client not', async () => {
    const answer = await graph
      .as(viewer)
      .run('{ loans { nodes { since } } books { nodes { loans { nodes { since } } } } }');
    expect(statements().map(({ confidential }) => confidential)).toEqual([true, true]);
    expect(JSON.stringify(answer)).not.toContain('§');
    expect(answer.data.loans.nodes.length).toBeGreaterThan(0);
  });

  it('are not in a statement that does not read them', async () => {
    await graph.as(viewer).run('{ books { nodes { id } } }');
    expect(statements()[0]!.confidential).toBe(false);
  });
});
