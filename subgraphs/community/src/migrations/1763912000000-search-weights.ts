import { searchVector } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const weighed = (name: string, more: string): string =>
  `setweight(dutch_vector(${name}), 'A') || setweight(dutch_vector(${more}), 'B')`;

/** A word in a title counts for more than one below it, of whatever is found: one search ranks them together. */
const vectors = {
  theme: weighed('label', 'description'),
  event: `${weighed('title', `coalesce(summary, '')`)} || setweight(dutch_vector(coalesce(description, '')), 'C')`,
  event_session: weighed('title', `coalesce(description, '')`),
  training: weighed('title', 'description'),
};

export class SearchWeights1763912000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, vector] of Object.entries(vectors)) {
      await runner.query(`alter table ${table} drop column search_vector`);
      for (const statement of searchVector(table, vector)) await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('What search finds is not undone: restore a backup instead.');
  }
}
