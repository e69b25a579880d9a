import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail that confirms an erasure goes with its row: nothing of the address stays behind. */
export class LastMails1763923300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox_message add column leaves_nothing boolean not null default false');
  }

  async down(): Promise<void> {
    throw new Error('Confirmations of erasure are not undone: restore a backup instead.');
  }
}
