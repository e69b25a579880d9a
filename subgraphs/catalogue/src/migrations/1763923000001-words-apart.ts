import { slipSearch, wordSearch } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A name and its number are found as one word and as two, and words that are nowhere together apart. */
export class WordsApart1763923000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...wordSearch(), ...slipSearch()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What search finds is not undone: restore a backup instead.');
  }
}
