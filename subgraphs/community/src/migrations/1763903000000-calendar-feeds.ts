import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table calendar_feed (
    id text collate "C" primary key,
    person_id text collate "C" not null references person on delete cascade,
    kind text not null check (kind in ('MY_AGENDA', 'CIRCLE')),
    circle_id text collate "C" references knowledge_circle on delete cascade,
    -- SHA-256 in base64url
    token_hash text collate "C" not null unique check (length(token_hash) = 43),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    version integer not null default 1,
    check ((kind = 'CIRCLE') = (circle_id is not null)))`,
  'create index on calendar_feed (person_id, created_at, id)',
  'create index on calendar_feed (created_at, id)',
  'create index on calendar_feed (circle_id)',
  ...grantServing(['calendar_feed'], 'select, insert, delete'),
];

/** Addresses by which calendar programs read. */
export class CalendarFeeds1763903000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Calendar feeds are not undone: restore a backup instead.');
  }
}
