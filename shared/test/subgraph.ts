import { Client } from 'pg';
import type { Viewer } from '../src/auth/index.js';
import type { Clock } from '../src/config/index.js';
import type { DatabaseUrls, Subgraph, SubgraphDependencies, SubgraphModule } from '../src/graphql/index.js';
import { createLogger } from '../src/logging/index.js';
import { cloneDatabase, closeBeforeDropping } from './database.js';

/** A clock that a test sets. */
export class TestClock implements Clock {
  constructor(private time = new Date('2026-11-02T09:00:00Z')) {}

  now(): Date {
    return this.time;
  }

  set(time: string): void {
    this.time = new Date(time);
  }

  advance(milliseconds: number): void {
    this.time = new Date(this.time.getTime() + milliseconds);
  }
}

export interface Answer {
  // what comes back is whatever the test asked for
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors?: readonly { message: string; path?: readonly unknown[]; extensions: Record<string, unknown> }[];
}

/** A subgraph on a database of its own, as a test sees it. */
export interface TestSubgraph {
  readonly urls: DatabaseUrls;
  readonly clock: TestClock;
  readonly subgraph: Subgraph;
  /** Lines that the subgraph logged. */
  readonly log: readonly string[];
  /** Asks as a viewer, through GraphQL. */
  as(viewer: Viewer): { run(query: string, variables?: Record<string, unknown>): Promise<Answer> };
  /** Runs SQL as the owner: to arrange what no mutation can, and to look behind the API. */
  sql<Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Starts a subgraph for this test file; it is closed and its database dropped after the last test. */
export async function startForTest<D extends SubgraphDependencies>(
  module: SubgraphModule<D>,
  more: Omit<D, keyof SubgraphDependencies> & Partial<SubgraphDependencies>,
): Promise<TestSubgraph> {
  const urls = await cloneDatabase(module);
  const clock = new TestClock();
  const log: string[] = [];
  const destination = { write: (line: string) => void log.push(line) };
  const logger = createLogger({ service: module.name, destination });
  const subgraph = await module.create({
    databaseUrl: urls.server,
    logger,
    clock,
    connections: 4,
    ...more,
  } as unknown as D);
  const owner = new Client({ connectionString: urls.owner });
  await owner.connect();
  closeBeforeDropping(async () => void (await Promise.all([subgraph.close(), owner.end()])));
  return {
    urls,
    clock,
    subgraph,
    log,
    as: (viewer) => ({
      run: async (query, variables = {}) =>
        JSON.parse(
          JSON.stringify(await subgraph.execute({ query, variables, viewer, requestId: 'test', operation: 'test' })),
        ) as Answer,
    }),
    sql: inTurn(owner),
  };
}

/** On one connection, so that a test may begin and commit; one after the other, also when it does not wait for each. */
function inTurn(client: Client): TestSubgraph['sql'] {
  let last: Promise<unknown> = Promise.resolve();
  return async <Row extends object>(text: string, values: readonly unknown[] = []) => {
    const mine = last.then(() => client.query<Row>(text, [...values]));
    last = Promise.allSettled([mine]);
    return (await mine).rows;
  };
}
