import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  'drop index portfolio_item_public',
  // Who uses a solution in public.
  `create index portfolio_item_public on portfolio_item (solution_id, since, id)
    include (authority_id, status) where visibility = 'PUBLIC'`,
];

/** Indexes for what is read most, with the columns that are then read in them. */
export class HotIndexes1763910000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Indexes are not undone: a later migration drops what is not needed.');
  }
}
