import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const messages = [
  `create table event_message (
    id text collate "C" primary key,
    event_id text collate "C" not null references event on delete cascade,
    subject text not null,
    body text not null,
    states text[] not null check (states <> '{}'),
    mode text check (mode in ('ON_SITE', 'ONLINE')),
    recipient_count integer not null check (recipient_count > 0),
    sent_at timestamptz not null,
    sent_by_id text collate "C" references person on delete set null)`,
  `create index on event_message (event_id, sent_at, id)`,
  `create index on event_message (sent_at, id)`,
  `create index on event_message (sent_by_id)`,
];

/** What was mailed to who registered for an event. */
export class EventMessages1763923700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...messages, ...grantServing(['event_message'])]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was sent is not undone: restore a backup instead.');
  }
}
