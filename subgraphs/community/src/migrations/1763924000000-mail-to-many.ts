import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes to many leaves after what somebody waits for. */
export class MailToMany1763924000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox_message add column is_to_many boolean not null default false');
    await runner.query('drop index outbox_message_due');
    await runner.query(`create index outbox_message_due on outbox_message (is_to_many, next_attempt_at)
      where sent_at is null and abandoned_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox_message drop column is_to_many');
    await runner.query(`create index outbox_message_due on outbox_message (next_attempt_at)
      where sent_at is null and abandoned_at is null`);
  }
}
