import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail of a mailing list says of which: mail programs sort by it, and automatic answers leave it alone. */
export class ListMails1763923400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox_message add column list jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox_message drop column list');
  }
}
