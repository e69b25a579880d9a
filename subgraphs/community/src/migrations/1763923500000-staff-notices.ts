import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff were told that waits for them, so that each is told once. The row goes with the waiting. */
export class StaffNotices1763923500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table staff_notice (
      record_id text collate "C" primary key,
      told_at timestamptz not null)`);
    await runner.query('create index on staff_notice (told_at)');
    for (const statement of grantServing(['staff_notice'])) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table staff_notice');
  }
}
