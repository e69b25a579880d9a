import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const records = [
  `create table rights_record (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('ERASURE', 'EXPORT')),
    -- hash of the person's id, which is random: it says "this one" to who has the id, and nothing to who has not
    person_hash text collate "C" not null check (person_hash ~ '^[0-9a-f]{64}$'),
    at timestamptz not null,
    asked_by text not null check (asked_by in ('SELF', 'STAFF')),
    ground text check (ground in ('PERSON_ASKED', 'DECEASED', 'NO_LONGER_NEEDED', 'ORDERED')),
    -- the member of staff who did it
    by_id text collate "C" references person on delete set null,
    check ((asked_by = 'STAFF') = (ground is not null)),
    check (asked_by = 'STAFF' or by_id is null))`,
  // nobody is erased twice
  `create unique index rights_record_one_erasure on rights_record (person_hash) where kind = 'ERASURE'`,
  `create index on rights_record (person_hash, at)`,
  `create index on rights_record (by_id)`,
];

const holds = [
  `create table erasure_hold (
    person_id text collate "C" primary key references person on delete cascade,
    reason text not null check (length(reason) between 1 and 500),
    -- first day on which it no longer holds
    until date not null,
    placed_at timestamptz not null,
    placed_by_id text collate "C" references person on delete set null)`,
  `create index on erasure_hold (placed_by_id)`,
];

/** Export and erasure of what is held about people (GDPR art. 15, 17 and 20), and the grounds on which erasure waits. */
export class Rights1763907000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const grants = grantServing(['rights_record', 'erasure_hold']);
    for (const statement of [...records, ...holds, ...grants]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The record of erasures is not undone: restore a backup instead.');
  }
}
