import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked for one mailbox is counted, whoever asks. */
export class MailboxRequests1763922200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index on account_request (mailbox, at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index account_request_mailbox_at_idx`);
  }
}
