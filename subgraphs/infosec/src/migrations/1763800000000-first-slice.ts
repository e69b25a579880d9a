import { auditTable } from '@lokaal/shared/audit';
import { grantExecute, grantServing, idempotencyTable } from '@lokaal/shared/database';
import { demoDataTable } from '@lokaal/shared/seeding';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { cohortMaturity, cohortMaturitySignature } from './cohort-maturity-function.js';
import { lastingRecords } from './lasting-records.js';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const frameworks = [
  `create table framework (
    id text collate "C" primary key,
    ref text not null,
    edition text not null,
    name text not null,
    ${stamps},
    unique (ref, edition))`,
  `create table control (
    id text collate "C" primary key,
    framework_id text collate "C" not null references framework,
    code text collate "C" not null,
    function text not null,
    category text collate "C" not null,
    subcategory text collate "C" not null,
    first_level text not null check (first_level in ('BASIC', 'IMPORTANT', 'ESSENTIAL')),
    key_measure_levels text[] not null default '{}',
    management_aspect_levels text[] not null default '{}',
    -- where "not applicable" may not be chosen; by the official workbook, which differs from the management aspects
    na_excluded_levels text[] not null default '{}',
    title text not null,
    position integer not null,
    ${stamps},
    unique (framework_id, code))`,
  `create index on control (framework_id, position, id)`,
];

const measurements = [
  `create table maturity_measurement (
    id text collate "C" primary key,
    authority_id text collate "C" not null,
    framework_id text collate "C" not null references framework,
    target_level text not null check (target_level in ('BASIC', 'IMPORTANT', 'ESSENTIAL')),
    measured_on date not null,
    kind text not null check (kind in ('SELF', 'GUIDED', 'VERIFIED')),
    state text not null default 'OPEN' check (state in ('OPEN', 'SUBMITTED', 'VALIDATED')),
    submitted_at timestamptz,
    supersedes_id text collate "C",
    -- what the calculation gave at submission, and by which version of the rules; a submitted measurement never changes
    workbook_result jsonb,
    published_result jsonb,
    result_differences jsonb,
    -- the default result's total, for ordering and for medians of cohorts
    total numeric,
    -- the default result's categories side by side, small enough to stay in the row: medians of cohorts read these only
    category_ids jsonb generated always as
      (jsonb_path_query_array(coalesce(workbook_result, published_result), '$.categories[*].id')) stored,
    category_maturities jsonb generated always as
      (jsonb_path_query_array(coalesce(workbook_result, published_result), '$.categories[*].maturity')) stored,
    ${stamps},
    unique (id, authority_id),
    -- with the authority in every key that points here, nothing hangs on a measurement of another authority; and the
    -- error is the same whether that measurement exists or not
    foreign key (supersedes_id, authority_id) references maturity_measurement (id, authority_id),
    -- one correction a measurement
    unique (authority_id, supersedes_id),
    check ((state = 'OPEN') = (submitted_at is null)),
    -- the workbook of 2023 was not read: those measurements have the published method's result only
    check ((state = 'OPEN') = (published_result is null)),
    check (workbook_result is null or published_result is not null),
    check ((state = 'OPEN') = (total is null)),
    check (supersedes_id <> id))`,
  `create index on maturity_measurement (authority_id, measured_on, id)`,
  `create index maturity_measurement_latest on maturity_measurement (framework_id, authority_id, measured_on desc, id desc)
    where state <> 'OPEN'`,
  `create table control_score (
    id text collate "C" primary key,
    authority_id text collate "C" not null,
    measurement_id text collate "C" not null,
    control_id text collate "C" not null references control,
    documentation smallint check (documentation between 1 and 5),
    implementation smallint check (implementation between 1 and 5),
    not_applicable boolean not null default false,
    reason text,
    note text,
    ${stamps},
    unique (measurement_id, control_id),
    foreign key (measurement_id, authority_id) references maturity_measurement (id, authority_id) on delete cascade,
    check (not not_applicable or reason is not null))`,
  `create table published_label (
    id text collate "C" primary key,
    authority_id text collate "C" not null,
    measurement_id text collate "C" not null,
    framework_id text collate "C" not null references framework,
    level text not null check (level in ('BASIC', 'IMPORTANT', 'ESSENTIAL')),
    kind text not null check (kind in ('SELF', 'GUIDED', 'VERIFIED')),
    valid_from date not null,
    valid_until date not null,
    withdrawn_at timestamptz,
    ${stamps},
    foreign key (measurement_id, authority_id) references maturity_measurement (id, authority_id),
    check (valid_until > valid_from))`,
  // an authority shows one label a framework at a time
  `create unique index published_label_one on published_label (authority_id, framework_id) where withdrawn_at is null`,
];

/** Tables with an authority: what row level security guards. */
const guarded = ['maturity_measurement', 'control_score'];

/** The function stands in a sub-select so that it is called once a statement and not once a row. */
const isOwn = 'authority_id = any ((select viewer_authorities())::text[])';

/**
 * The second wall (the first is the reader's visibility): each statement sets the viewer's authorities for its own
 * transaction; without that setting the server role sees no row. FORCE, so that not even the owner is exempt.
 */
const secondWall = [
  `create function viewer_authorities() returns text[] language sql stable parallel safe
    return coalesce(string_to_array(nullif(current_setting('viewer.authorities', true), ''), ','), '{}')`,
  ...[...guarded, 'published_label'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
  ]),
  ...guarded.map((table) => `create policy own_authority on ${table} using (${isOwn}) with check (${isOwn})`),
  `create policy public_label on published_label for select using (withdrawn_at is null or ${isOwn})`,
  `create policy own_label_insert on published_label for insert with check (${isOwn})`,
  `create policy own_label_update on published_label for update using (${isOwn}) with check (${isOwn})`,
];

/** Frameworks, measurements, labels and the audit trail. */
export class FirstSlice1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...frameworks,
      ...measurements,
      ...auditTable(),
      ...secondWall,
      ...lastingRecords(),
      ...cohortMaturity(),
      ...demoDataTable(),
      ...idempotencyTable(),
      ...grantServing(['framework', 'control'], 'select'),
      ...grantServing(['maturity_measurement', 'control_score', 'published_label'], 'select, insert, update'),
      ...grantExecute([cohortMaturitySignature]),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: restore a backup instead.');
  }
}
