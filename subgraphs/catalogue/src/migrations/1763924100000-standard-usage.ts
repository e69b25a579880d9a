import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Standards are found by how binding they are. */
export class StandardUsage1763924100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index on standard (usage)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index standard_usage_idx');
  }
}
