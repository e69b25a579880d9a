import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes = [
  'create index on municipality (valid_to)',
  'create index on municipality (reference_region)',
  'create index on municipality using gin (postal_codes)',
  'create index on employment using gin (roles)',
  'create index on knowledge_circle (reference_region)',
  'create index on cohort (comparable)',
];

/** Indexes for what lists can be filtered by. */
export class Filters1763800200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of indexes) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Indexes are not undone: a later migration drops what is not needed.');
  }
}
