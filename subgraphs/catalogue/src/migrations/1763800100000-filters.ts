import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes = [
  'create index on solution_version (solution_id, number, id)',
  'create index on portfolio_item (since, id)',
  'create index on portfolio_item (status, since, id)',
  'create index on portfolio_item (visibility, since, id)',
  'create index on portfolio_item (version_id)',
];

/** Indexes for what lists can be filtered and ordered by. */
export class Filters1763800100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of indexes) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Indexes are not undone: a later migration drops what is not needed.');
  }
}
