import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // The circle of an authority, today. The constraint's index has the authority too, but is five times as slow.
  'create index on circle_membership (organisation_id) include (from_date, to_date, circle_id)',
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
