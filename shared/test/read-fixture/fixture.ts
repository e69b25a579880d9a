import {
  buildSubgraph,
  startSubgraph,
  type BuiltSubgraph,
  type SubgraphDependencies,
  type SubgraphModule,
} from '../../src/graphql/index.js';
import { takeAudited } from '../../src/audit/index.js';
import { PreparedStatements, type Statement, type StatementRunner } from '../../src/read/index.js';
import type { Pool } from 'pg';
import { AuthorEntity, BookEntity, LoanEntity, ReviewEntity } from './entities.js';
import { fixtureModels } from './reads.js';
import { FixtureResolver } from './resolver.js';
import { makeTables } from './tables.js';
import { Author, Book, Film, Printer, Publisher, Review, Song } from './types.js';

export const fixtureSchema = (): BuiltSubgraph =>
  buildSubgraph({
    resolvers: [new FixtureResolver()],
    orphanedTypes: [Author, Book, Review, Publisher, Printer, Film, Song],
    models: fixtureModels,
  });

/** Runs statements as they are, confidential ones too, and remembers them. */
export class RecordingRunner implements StatementRunner {
  readonly runs: { readonly statement: Statement; readonly values: readonly unknown[] }[] = [];
  private readonly prepared = new PreparedStatements();

  constructor(readonly pool: Pool) {}

  async run(statement: Statement, values: readonly unknown[]): Promise<unknown> {
    this.runs.push({ statement, values });
    const answer = await this.prepared.run(this.pool, statement, values);
    takeAudited(answer);
    return answer;
  }
}

export interface FixtureDependencies extends SubgraphDependencies {
  readonly onRunner?: (runner: RecordingRunner) => void;
}

/** A subgraph that exists only for tests of the read path. */
export const fixture = {
  name: 'fixture' as never,
  sdl: () => fixtureSchema().sdl,
  migrate: makeTables,
  seedReference: async () => ({}),
  seedDemo: async () => ({}),
  create: (dependencies) =>
    startSubgraph(
      {
        name: 'fixture' as never,
        entities: [AuthorEntity, BookEntity, ReviewEntity, LoanEntity],
        schema: fixtureSchema,
        runner: ({ pool }) => {
          const runner = new RecordingRunner(pool);
          dependencies.onRunner?.(runner);
          return runner;
        },
      },
      dependencies,
    ),
} satisfies SubgraphModule<FixtureDependencies>;
