import '../../test/matchers.js';
import fc from 'fast-check';
import { anonymous, type Viewer } from '../auth/index.js';
import { fixture, type RecordingRunner } from '../../test/read-fixture/fixture.js';
import { type Row, rowsOfSeed, store } from '../../test/read-fixture/rows.js';
import { anyViewer, staff } from '../../test/read-fixture/viewers.js';
import { startForTest, type TestSubgraph } from '../../test/subgraph.js';
import { BookEntity } from '../../test/read-fixture/entities.js';
import { authorReads, reviewReads } from '../../test/read-fixture/reads.js';
import { readModel } from './model.js';
import { SearchModel } from './search-model.js';

let graph: TestSubgraph;
let runner: RecordingRunner;
const { book: books, author: authors } = rowsOfSeed(7);

/** Words that titles and names are made of, so that searches find something. */
const words = ['zaak', 'loket', 'kaart', 'archief', 'wolk'];
const wordsAt = (index: number): string => `${words[index % 5]} ${words[(index * 3 + 1) % 5]}`;

beforeAll(async () => {
  graph = await startForTest(fixture, { onRunner: (one: RecordingRunner) => void (runner = one) });
  const named = {
    book: books.slice(0, 40).map((one, index): Row => ({
      ...one,
      title: wordsAt(index),
      subtitle: index % 4 === 0 ? `${wordsAt(index)} geheimschrift` : null,
    })),
    author: authors.slice(0, 20).map((one, index): Row => ({ ...one, name: wordsAt(index + 2) })),
  };
  await store(named, (text, values) => graph.sql(text, values));
});

const SEARCH = `query ($text: String!, $types: [String!], $first: Int, $after: String) {
  search(text: $text, types: $types, first: $first, after: $after) {
    totalCount facets { type { value count } } pageInfo { hasNextPage endCursor }
    nodes { __typename ... on Node { id } ... on Book { title } ... on Author { name email } } } }`;

interface FoundRow {
  readonly __typename: string;
  readonly id: string;
}

async function found(text: string, more: object = {}, viewer: Viewer = staff) {
  const { data } = await graph.as(viewer).run(SEARCH, { text, first: 100, ...more });
  return data.search;
}

const idsOf = ({ nodes }: { nodes: FoundRow[] }): string[] => nodes.map(({ id }) => id).toSorted();

/** What the lists of the models find, one by one. */
async function foundApart(text: string, viewer: Viewer): Promise<string[]> {
  const query = `query ($text: String!) { books(search: $text, first: 100) { nodes { id } } authors(search: $text, first: 100) { nodes { id } } }`;
  const { data } = await graph.as(viewer).run(query, { text });
  return [...(data.books.nodes as FoundRow[]), ...(data.authors.nodes as FoundRow[])].map(({ id }) => id).toSorted();
}

describe('a search over several models', () => {
  it('finds what their own lists find, for every viewer', async () => {
    const anyWord = fc.constantFrom(...words, 'geheimschrift', 'zaak kaart', 'wolk -kaart');
    await fc.assert(
      fc.asyncProperty(anyWord, anyViewer, async (text, viewer) => {
        const together = await found(text, {}, viewer);
        expect(idsOf(together)).toEqual(await foundApart(text, viewer));
        expect(together.totalCount).toBe(together.nodes.length);
      }),
      { numRuns: 60 },
    );
  });

  it('walks its pages by relevance, each thing once', async () => {
    const all = await found('zaak');
    const walked: FoundRow[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await found('zaak', { first: 3, after });
      walked.push(...(page.nodes as FoundRow[]));
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    expect(walked).toEqual(all.nodes);
    expect(walked.length).toBeGreaterThan(10);
  });

  it('looks in the types that are asked for, and counts those', async () => {
    const { nodes, facets, totalCount } = await found('zaak', { types: ['AUTHOR'] });
    expect(new Set((nodes as FoundRow[]).map(({ __typename }) => __typename))).toEqual(new Set(['Author']));
    expect(facets.type).toEqual([{ value: 'AUTHOR', count: totalCount }]);
    expect((await found('zaak', { types: [] })).totalCount).toBe(0);
  });

  it('forgives typing errors when no type has the words', async () => {
    const { nodes } = await found('archie');
    expect(new Set((nodes as FoundRow[]).map(({ __typename }) => __typename))).toEqual(new Set(['Author', 'Book']));
  });

  it('keeps columns from who lacks the right to them', async () => {
    await graph.sql(`update author set email = 'an@gemeente.example', active = true`);
    const { nodes } = await found('zaak', { types: ['AUTHOR'] }, anonymous);
    expect(new Set((nodes as { email: string | null }[]).map(({ email }) => email))).toEqual(new Set([null]));
  });

  it('is one statement, with everything that hangs below', async () => {
    runner.runs.length = 0;
    await graph
      .as(staff)
      .run(
        '{ search(text: "zaak") { totalCount edges { cursor node { ... on Book { author { name } } ... on Author { books { totalCount } } } } } }',
      );
    expect(runner.runs).toHaveLength(1);
  });

  it.each([
    ['no word', { text: ' ' }],
    ['a text that is too long', { text: 'x'.repeat(201) }],
    ['a text with U+0000', { text: 'zaak\0' }],
    ['a cursor of something else', { text: 'zaak', after: 'WyJYIl0' }],
  ])('refuses %s', async (_name, variables) => {
    expect(await graph.as(staff).run(SEARCH, variables)).toHaveError('BAD_USER_INPUT');
  });
});

describe('words that not everybody may read', () => {
  it('find a row for who may read them', async () => {
    expect((await found('geheimschrift')).totalCount).toBe(10);
  });

  it('find nothing for others, and do not keep them from what is alike', async () => {
    expect((await found('geheimschrift', {}, anonymous)).totalCount).toBe(0);
    await graph.sql(`update book set title = 'geheimschriften', published = true where id = $1`, [books[1]!.id]);
    expect(idsOf(await found('geheimschrif', {}, anonymous))).toEqual([books[1]!.id]);
  });
});

it('of rows that go on record is refused at the start', () => {
  expect(() => readModel(BookEntity, { visible: () => 'always', search: 'title', confidential: true })).toThrow(
    'Book goes on record, and a search keeps too little of its rows to say which.',
  );
});

it('of a model that cannot be searched is refused at the start', () => {
  expect(() => new SearchModel('Found', { AUTHOR: authorReads, REVIEW: reviewReads })).toThrow(
    'Found searches Review, which cannot be searched.',
  );
});
