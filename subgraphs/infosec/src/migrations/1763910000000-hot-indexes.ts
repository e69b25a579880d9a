import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // The label that an authority shows, the last one first.
  `create index on published_label (authority_id, valid_from desc, id desc)
    include (valid_until, level, kind) where withdrawn_at is null`,
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
