import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table planned_merger (
    id text collate "C" primary key,
    on_date date not null,
    successor_nis text collate "C" not null check (successor_nis ~ '^[0-9]{5}$'),
    successor_name text collate dutch not null,
    reference_region text,
    legal_name text,
    enterprise_number text collate "C",
    ocmw_enterprise_number text collate "C",
    circle_id text collate "C" references knowledge_circle,
    state text not null default 'PLANNED' check (state in ('PLANNED', 'CARRIED_OUT', 'WITHDRAWN', 'FAILED')),
    is_planned boolean not null generated always as (state = 'PLANNED') stored,
    planned_by_id text collate "C" references person on delete set null,
    withdrawn_by_id text collate "C" references person on delete set null,
    decided_at timestamptz,
    failure text,
    result_id text collate "C" references municipality,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    unique (id, is_planned),
    check ((state = 'PLANNED') = (decided_at is null)),
    check ((state = 'FAILED') = (failure is not null)),
    check ((state = 'CARRIED_OUT') = (result_id is not null)),
    check (withdrawn_by_id is null or state = 'WITHDRAWN'))`,
  `create unique index planned_merger_one_of_code on planned_merger (successor_nis) where is_planned`,
  ...['on_date, id', 'state', 'circle_id', 'planned_by_id', 'withdrawn_by_id', 'result_id'].map(
    (columns) => `create index on planned_merger (${columns})`,
  ),
  `create table planned_merger_part (
    planned_merger_id text collate "C" not null,
    municipality_id text collate "C" not null references municipality,
    -- follows from the merger, by the foreign key
    is_planned boolean not null default true,
    primary key (planned_merger_id, municipality_id),
    foreign key (planned_merger_id, is_planned) references planned_merger (id, is_planned) on update cascade on delete cascade)`,
  `create unique index planned_merger_part_once on planned_merger_part (municipality_id) where is_planned`,
  ...['planned_merger_id, is_planned', 'municipality_id'].map(
    (columns) => `create index on planned_merger_part (${columns})`,
  ),
  ...grantServing(['planned_merger', 'planned_merger_part']),
];

/** Mergers that are known before their day; a municipality and a new code are in one of them at most. */
export class PlannedMergers1763921100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Plans are not undone: restore a backup instead.');
  }
}
