import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // emptied once sent, as the text is; a mail is no way to send files
  `alter table outbox_message add column attachments jsonb not null default '[]'
    check (jsonb_typeof(attachments) = 'array' and octet_length(attachments::text) <= 200000)`,
  `create index outbox_message_undelivered on outbox_message (created_at, id) where sent_at is null and last_error is not null`,
];

/** Mails carry calendar entries, and staff see which ones did not arrive. */
export class MailAttachments1763903000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Attachments of mails are not undone: restore a backup instead.');
  }
}
