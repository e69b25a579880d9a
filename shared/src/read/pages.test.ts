import fc from 'fast-check';
import { anonymous } from '../auth/index.js';
import { fixture, type RecordingRunner } from '../../test/read-fixture/fixture.js';
import { type Row, rowsOfSeed, store } from '../../test/read-fixture/rows.js';
import { staff } from '../../test/read-fixture/viewers.js';
import { type Answer, startForTest, type TestSubgraph } from '../../test/subgraph.js';

const rows = rowsOfSeed(4);
let graph: TestSubgraph;
let runner: RecordingRunner;
const run = (text: string, values: readonly unknown[]): Promise<unknown> => graph.sql(text, values);

beforeAll(async () => {
  graph = await startForTest(fixture, { onRunner: (one) => (runner = one) });
  await store(rows, run);
});

const WALK = `query Walk($first: Int, $after: String, $last: Int, $before: String, $orderBy: [BookOrder!], $filter: BookFilter) {
  books(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter) {
    nodes { id }
    edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

async function pageOf(variables: Record<string, unknown>): Promise<Page> {
  const answer = await graph.as(staff).run(WALK, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data.books as Page;
}

interface Walk {
  readonly size: number;
  readonly orderBy: object[];
  readonly between?: () => Promise<unknown>;
}

/** Ids of all pages from the start to the end, or from the end to the start (each page still in the list's own order). */
async function walk({ size, orderBy, between }: Walk, backwards = false): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let more = true; more;) {
    const { nodes, edges, pageInfo }: Page = await pageOf(
      backwards ? { last: size, before: cursor, orderBy } : { first: size, after: cursor, orderBy },
    );
    const own = nodes.map(({ id }) => id);
    expect(edges.map(({ node }) => node.id)).toEqual(own);
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
      edges[0]?.cursor ?? null,
      edges.at(-1)?.cursor ?? null,
    ]);
    if (backwards) ids.unshift(...own);
    else ids.push(...own);
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor;
    more = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    await between?.();
  }
  return ids;
}

const order = fc.array(
  fc.record({
    field: fc.constantFrom('TITLE', 'PAGES', 'CENTS', 'PRINTED_AT', 'PUBLISHED'),
    direction: fc.constantFrom('ASC', 'DESC'),
  }),
  { maxLength: 3 },
);

describe('walking the pages of a list', () => {
  it('gives every row once, in the same order forwards, backwards and at once, under any ordering', async () => {
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 17 }), async (orderBy, size) => {
        const whole = await pageOf({ first: 100, orderBy });
        const expected = whole.nodes.map(({ id }) => id);
        expect(await walk({ size, orderBy })).toEqual(expected);
        expect(await walk({ size, orderBy }, true)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it.each([false, true])('gives every old row once while others insert rows (backwards: %s)', async (backwards) => {
    let made = 0;
    const insert = async (): Promise<void> => {
      const more = rowsOfSeed(5).book.slice(0, 5);
      await store({ book: more.map((row): Row => ({ ...row, id: `book_new_${String(backwards)}_${made++}` })) }, run);
    };
    const walked = await walk(
      { size: 6, orderBy: [{ field: 'PAGES', direction: 'DESC' }], between: made < 60 ? insert : undefined },
      backwards,
    );
    const old = rows.book.map(({ id }) => id).toSorted();
    expect(walked.filter((id) => old.includes(id)).toSorted()).toEqual(old);
    expect(new Set(walked).size).toBe(walked.length);
  });

  it('walks a nested list by its own cursors', async () => {
    const NESTED = `query ($id: ID!, $after: String) { book(id: $id) { all: reviews(first: 100) { nodes { id } }
      reviews(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }`;
    const [{ book_id: id }] = (await graph.sql<{ book_id: string }>(
      'select book_id from review group by 1 order by count(*) desc, 1 limit 1',
    )) as [{ book_id: string }];
    const ids: string[] = [];
    let after: string | null = null;
    let expected: string[] = [];
    for (let more = true; more;) {
      const answer: Answer = await graph.as(staff).run(NESTED, { id, after });
      ids.push(answer.data.book.reviews.nodes[0].id as string);
      expected = (answer.data.book.all.nodes as { id: string }[]).map((one) => one.id);
      after = answer.data.book.reviews.pageInfo.endCursor as string;
      more = answer.data.book.reviews.pageInfo.hasNextPage as boolean;
    }
    expect(expected.length).toBeGreaterThan(2);
    expect(ids).toEqual(expected);
  });
});

describe('bad page arguments', () => {
  const cases: [string, Record<string, unknown>, string][] = [
    ['a negative first', { first: -1 }, 'first'],
    ['a negative last', { last: -1 }, 'last'],
    ['a first above 100', { first: 101 }, 'first'],
    ['a last above 100', { last: 2_147_483_647 }, 'last'],
    ['first together with last', { first: 1, last: 1 }, 'last'],
    ['text that is no cursor', { after: 'not a cursor' }, 'after'],
    ['an empty cursor', { before: '' }, 'before'],
    ['JSON that is no cursor', { after: Buffer.from('{"a":1}').toString('base64url') }, 'after'],
    ['a cursor that lacks the id', { after: cursorOf('title+,id+', 'x') }, 'after'],
    ['a cursor with another type of value', { after: cursorOf('title+,id+', 1, 'book_001') }, 'after'],
    ['a cursor with NUL', { after: cursorOf('title+,id+', 'a\0b', 'book_001') }, 'after'],
    ['a cursor of the other direction', { after: cursorOf('title-,id-', 'a', 'book_001') }, 'after'],
  ];

  it.each(cases)('refuses %s, names the argument and runs nothing', async (_name, variables, argument) => {
    await pageOf({});
    runner.runs.length = 0;
    const answer = await graph.as(anonymous).run(WALK, variables);
    expect(answer).toHaveError('BAD_USER_INPUT');
    expect(answer.errors?.[0]?.extensions['argument']).toBe(argument);
    expect(answer.errors?.[0]?.message).toContain(`"${argument}"`);
    expect(runner.runs).toEqual([]);
  });

  it.each(['totalCount', '__typename', 'facets { kind { count } }', 'totalCount nodes { id }'])(
    'refuses what is no cursor also beside %s only, and after one that it took',
    async (part) => {
      const query = `query ($cursor: String) { after: books(after: $cursor) { ${part} } before: books(before: $cursor) { ${part} }
        authors(first: 1) { nodes { books(after: $cursor) { ${part} } } } }`;
      const { edges } = await pageOf({});
      expect((await graph.as(staff).run(query, { cursor: edges[0]!.cursor })).errors).toBeUndefined();
      const { errors } = await graph.as(staff).run(query, { cursor: 'not a cursor' });
      const refused = errors?.map(({ path, extensions }) => [path?.[0], extensions['code'], extensions['argument']]);
      expect(refused).toEqual([
        ['after', 'BAD_USER_INPUT', 'after'],
        ['before', 'BAD_USER_INPUT', 'before'],
        ['authors', 'BAD_USER_INPUT', 'after'],
      ]);
    },
  );

  const values: [string, string, unknown][] = [
    ['PRINTED_AT', 'printedAt', '2026-02-31T00:00:00.000000Z'],
    ['PRINTED_AT', 'printedAt', '0000-01-01T00:00:00.000000Z'],
    ['PRINTED_AT', 'printedAt', '2026-01-01T00:00:00.000Z (a comment)'],
    ['PRINTED_AT', 'printedAt', 'infinity'],
    ['CENTS', 'cents', '9223372036854775808'],
    ['CENTS', 'cents', 17],
    ['CENTS', 'cents', '1e5'],
    ['PAGES', 'pages', 2 ** 31],
    ['PAGES', 'pages', 1.5],
    ['PUBLISHED', 'published', 'yes'],
  ];

  it.each(values)(
    'refuses a cursor of %s with a value that the column cannot hold: %s %p',
    async (field, column, value) => {
      const after = cursorOf(`${column}+,id+`, value, 'book_001');
      const answer = await graph.as(anonymous).run(WALK, { after, orderBy: [{ field }] });
      expect(answer).toHaveError('BAD_USER_INPUT');
    },
  );

  it.each([
    ['an unknown field to order by', { orderBy: [{ field: 'SECRET' }] }],
    ['a first that is no integer', { first: 'many' }],
    ['a first beyond 32 bits', { first: 99_999_999_999 }],
    ['an unknown operator', { filter: { title: { regex: '.*' } } }],
    ['a day that does not exist', { filter: { dueOn: { eq: '2026-02-30' } } }],
    ['a day in the year 0', { filter: { dueOn: { eq: '0000-01-01' } } }],
    ['half a cent', { filter: { cents: { gt: 0.5 } } }],
    ['more cents than a column holds', { filter: { cents: { in: [1, 1e300] } } }],
    [
      'a filter of a thousand conditions',
      { filter: { or: Array.from({ length: 1000 }, () => ({ pages: { eq: 1 } })) } },
    ],
    ['a list of 101 values', { filter: { title: { in: Array.from({ length: 101 }, (_one, n) => `title ${n}`) } } }],
    ['a list of 101 numbers', { filter: { cents: { notIn: Array.from({ length: 101 }, (_one, n) => n) } } }],
    ['a long text', { filter: { title: { contains: 'x'.repeat(1001) } } }],
    ['a long text in a list', { filter: { title: { in: ['x', 'x'.repeat(1001)] } } }],
    ['an order of a hundred terms', { orderBy: Array.from({ length: 100 }, () => ({ field: 'PAGES' })) }],
  ])('refuses %s and runs nothing', async (_name, variables) => {
    runner.runs.length = 0;
    const answer = await graph.as(anonymous).run(WALK, variables);
    expect(answer).toHaveError('BAD_USER_INPUT');
    expect(runner.runs).toEqual([]);
  });

  it('refuses null where an argument may be absent only, and says which', async () => {
    const query =
      'query ($direction: OrderDirection) { books(orderBy: [{ field: TITLE, direction: $direction }]) { totalCount } }';
    const answer = await graph.as(anonymous).run(query, { direction: null });
    expect(answer).toHaveError('BAD_USER_INPUT');
    expect(answer.errors?.[0]?.message).toContain('orderBy');
  });
});

function cursorOf(...parts: unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}
