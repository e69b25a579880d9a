import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails about one employment are counted, whatever address they went to. */
export class EmploymentChanges1763923200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index outbox_message_kind on outbox_message (kind, created_at) where kind is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index outbox_message_kind');
  }
}
