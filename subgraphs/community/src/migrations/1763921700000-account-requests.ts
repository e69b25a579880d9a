import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // which mails count together; null for what has no limit
  `alter table outbox_message add column kind text collate "C"`,
  // from where accounts are asked for, and for which mailbox: both are keyed hashes
  `create table account_request (
    id text collate "C" primary key,
    origin text collate "C" not null,
    mailbox text collate "C" not null,
    at timestamptz not null)`,
  `create index on account_request (origin, at)`,
  `create index on account_request (at)`,
  ...grantServing(['account_request']),
];

/** No stranger keeps mail from somebody, nor asks for accounts without end. */
export class AccountRequests1763921700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Limits of mails and accounts are not undone: restore a backup instead.');
  }
}
