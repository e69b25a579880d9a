import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever came to a session without having signed up gives up the place when that was a mistake; others have it again. */
export class VisitsUndone1763923700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session_signup add column unannounced boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session_signup drop column unannounced');
  }
}
