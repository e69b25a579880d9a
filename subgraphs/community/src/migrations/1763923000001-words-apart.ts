import { searchVector, slipIndex, slipSearch, slipsUncounted, wordSearch } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  ...wordSearch(),
  ...slipSearch(),
  // what people call it
  'alter table training drop column search_vector',
  ...searchVector(
    'training',
    `setweight(dutch_vector(title), 'A') || setweight(dutch_vector(description || ' opleiding training cursus vorming'), 'B')`,
  ),
  slipIndex('training'),
  slipsUncounted,
];

/** A name and its number are found as one word and as two, and words that are nowhere together apart; trainings by that word. */
export class WordsApart1763923000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What search finds is not undone: restore a backup instead.');
  }
}
