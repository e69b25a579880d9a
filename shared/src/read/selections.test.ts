import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { createLogger } from '../logging/index.js';
import { Executor } from '../graphql/index.js';
import { FairPool, PoolRunner } from './index.js';
import { fixture, fixtureSchema, type RecordingRunner } from '../../test/read-fixture/fixture.js';
import { answerNaively } from '../../test/read-fixture/naive.js';
import { Questioner } from '../../test/read-fixture/questions.js';
import { rowsOfSeed, store } from '../../test/read-fixture/rows.js';
import { anyViewer } from '../../test/read-fixture/viewers.js';
import { startForTest, type TestSubgraph } from '../../test/subgraph.js';

const built = fixtureSchema();

/** Cursors are opaque: what counts is the row that they stand for. */
function withoutCursors(value: unknown): unknown {
  if (typeof value === 'string') return idBehind(value) ?? value;
  if (Array.isArray(value)) return value.map(withoutCursors);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutCursors(one)]));
}

function idBehind(text: string): string | undefined {
  if (!/^W[\w-]{5,}$/.test(text)) return undefined;
  try {
    return `row ${String((JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]).at(-1))}`;
  } catch {
    return undefined;
  }
}

const representations = fc.array(
  fc.oneof(
    fc.record({
      __typename: fc.constantFrom('Book', 'Author', 'Review', 'Loan', 'Printer', 'Nothing'),
      id: fc.constantFrom('book_001', 'book_002', 'author_001', 'review_003', 'loan_004', "it's", 'a\0b', '\ud800'),
    }),
    fc.record({
      __typename: fc.constant('Publisher'),
      id: fc.constantFrom('publisher_1', "publisher_'3", 'none'),
      imprintIds: fc.subarray(['publisher_2', "publisher_'3"]),
    }),
  ),
  { maxLength: 8 },
);

describe.each([1, 2, 3])('rows of seed %i', (seed) => {
  const rows = rowsOfSeed(seed);
  let graph: TestSubgraph;
  let runner: RecordingRunner;

  beforeAll(async () => {
    graph = await startForTest(fixture, { onRunner: (one) => (runner = one) });
    await store(rows, (text, values) => graph.sql(text, values));
  });

  it('answers any question as a naive evaluation does, with one statement a root field', async () => {
    const question = fc.gen().map((g) => new Questioner(built.schema, g).ask());
    await fc.assert(
      fc.asyncProperty(question, anyViewer, async (asked, viewer) => {
        const document = parse(asked.query);
        expect(validate(built.schema, document)).toEqual([]);
        runner.runs.length = 0;
        const answer = await graph.as(viewer).run(asked.query, asked.variables);
        const world = { rows, viewer, now: graph.clock.now() };
        const expected = answerNaively(built.schema, document, { world, variables: asked.variables });
        expect(withoutCursors(answer)).toEqual(withoutCursors(JSON.parse(JSON.stringify(expected))));
        expect(runner.runs.length).toBeLessThanOrEqual(asked.rootFields);
      }),
      { numRuns: 100 },
    );
  });

  it('finds and counts what a filter describes, among the rows that the viewer may see', async () => {
    const query = `query ($filter: BookFilter) { books(first: 100, filter: $filter) { totalCount nodes { id }
      facets { authorId { value label count } genres { value label count } published { value count } pages { value count } } } }`;
    const filters = fc.gen().map((g) => new Questioner(built.schema, g).valueOf('BookFilter'));
    await fc.assert(
      fc.asyncProperty(filters, anyViewer, async (filter, viewer) => {
        const variables = { filter };
        const world = { rows, viewer, now: graph.clock.now() };
        const expected = answerNaively(built.schema, parse(query), { world, variables });
        expect(await graph.as(viewer).run(query, variables)).toEqual(JSON.parse(JSON.stringify(expected)));
      }),
      { numRuns: 250 },
    );
  });

  it('answers references as a naive evaluation does, with one statement a type', async () => {
    const types = ['Book', 'Author', 'Review', 'Publisher', 'Loan'];
    const question = fc.tuple(fc.gen(), representations);
    await fc.assert(
      fc.asyncProperty(question, anyViewer, async ([g, asked], viewer) => {
        const { query, variables } = new Questioner(built.schema, g).askEntities(asked, types);
        // fields of one name whose types differ cannot be merged
        fc.pre(validate(built.schema, parse(query)).length === 0);
        runner.runs.length = 0;
        const answer = await graph.as(viewer).run(query, variables);
        const world = { rows, viewer, now: graph.clock.now() };
        const expected = answerNaively(built.schema, parse(query), { world, variables });
        expect(withoutCursors(answer)).toEqual(withoutCursors(JSON.parse(JSON.stringify(expected))));
        expect(runner.runs.length).toBeLessThanOrEqual(new Set(asked.map(({ __typename }) => __typename)).size);
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same answer when graphql-js completes it value by value', async () => {
    const completing = new Executor({
      built: { ...built, answers: built.schema },
      runner: new PoolRunner(new FairPool(runner.pool)),
      clock: graph.clock,
      logger: createLogger({ service: 'catalogue', destination: { write: () => undefined } }),
    });
    const question = fc.gen().map((g) => new Questioner(built.schema, g).ask());
    await fc.assert(
      fc.asyncProperty(question, anyViewer, async ({ query, variables }, viewer) => {
        fc.pre(!query.includes('loans'));
        const completed = await completing.execute({ query, variables, viewer, requestId: 'test' });
        expect(await graph.as(viewer).run(query, variables)).toEqual(JSON.parse(JSON.stringify(completed)));
      }),
      { numRuns: 50 },
    );
  });
});
