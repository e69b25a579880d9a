import { grantServing, idempotencyTable, searchSupport } from '@lokaal/shared/database';
import { demoDataTable } from '@lokaal/shared/seeding';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const vendors = [
  `create table vendor (
    id text collate "C" primary key,
    slug text collate "C" not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text not null,
    enterprise_number text collate "C" unique check (enterprise_number ~ '^[01][0-9]{9}$'),
    description text,
    website text,
    contact_email text,
    -- the community's COMPANY, once its claim was approved
    organisation_id text collate "C",
    search_vector tsvector generated always as (dutch_vector(name)) stored,
    ${stamps})`,
  `create index on vendor (name, id)`,
  `create index on vendor (organisation_id)`,
  `create index on vendor using gin (search_vector)`,
  `create index on vendor using gin (search_text(name) gin_trgm_ops)`,
];

const solutions = [
  `create table solution (
    id text collate "C" primary key,
    slug text collate "C" not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text not null,
    vendor_id text collate "C" not null references vendor,
    short_description text not null,
    long_description text,
    kind text not null check (kind in ('APPLICATION', 'PLATFORM', 'COMPONENT', 'SERVICE', 'INFRASTRUCTURE')),
    license text not null,
    deployment_types text[] not null default '{}' check (deployment_types <@ array['SAAS', 'ON_PREMISE',
      'PRIVATE_CLOUD', 'MOBILE', 'DESKTOP']),
    functions text[] not null default '{}',
    languages text[] not null default '{nl}',
    development_status text check (development_status in ('CONCEPT', 'DEVELOPMENT', 'BETA', 'STABLE', 'OBSOLETE')),
    publiccode_url text,
    status text not null default 'DRAFT' check (status in ('DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED', 'PUBLISHED', 'WITHDRAWN')),
    last_confirmed_at timestamptz,
    search_vector tsvector generated always as (
      setweight(dutch_vector(name), 'A') || setweight(dutch_vector(short_description), 'B')) stored,
    ${stamps})`,
  `create index on solution (name, id)`,
  `create index on solution (updated_at, id)`,
  `create index on solution (vendor_id)`,
  `create index on solution (status)`,
  `create index on solution (kind)`,
  `create index on solution using gin (search_vector)`,
  `create index on solution using gin (search_text(name) gin_trgm_ops)`,
  `create index on solution using gin (deployment_types)`,
  `create index on solution using gin (functions)`,
  `create table solution_version (
    id text collate "C" primary key,
    solution_id text collate "C" not null references solution on delete cascade,
    number text not null,
    released_on date,
    end_of_support_on date,
    -- false once a newer version became the current one; the other states are computed from the dates
    current boolean not null default false,
    ${stamps},
    unique (solution_id, number),
    check (end_of_support_on > released_on))`,
  `create unique index solution_version_one_current on solution_version (solution_id) where current`,
];

const standards = [
  `create table standard (
    id text collate "C" primary key,
    slug text collate "C" not null unique,
    name text not null,
    type text not null check (type in ('APPLICATION_PROFILE', 'VOCABULARY', 'IMPLEMENTATION_MODEL', 'OTHER')),
    status text check (status in ('ONTWERP_STANDAARD', 'KANDIDAAT_STANDAARD', 'ERKENDE_STANDAARD',
      'VEROUDERDE_STANDAARD', 'VERVANGEN_STANDAARD', 'HERROEPEN_STANDAARD', 'NOTA_WERKGROEP', 'ZONDER_STATUS')),
    usage text check (usage in ('AANBEVOLEN', 'VERPLICHT', 'PAS_TOE_OF_LEG_UIT')),
    published_on date,
    publisher text,
    search_vector tsvector generated always as (dutch_vector(name)) stored,
    ${stamps})`,
  `create index on standard (name, id)`,
  `create index on standard (status)`,
  `create index on standard (type)`,
  `create index on standard using gin (search_vector)`,
  `create index on standard using gin (search_text(name) gin_trgm_ops)`,
  `create table standard_support (
    id text collate "C" primary key,
    solution_version_id text collate "C" not null references solution_version on delete cascade,
    standard_id text collate "C" not null references standard,
    level text not null check (level in ('FULL', 'PARTIAL', 'PLANNED')),
    evidence text not null default 'CLAIMED' check (evidence in ('CLAIMED', 'TEST_REPORT', 'CONFIRMED_BY_USER')),
    confirmed_count integer not null default 0 check (confirmed_count >= 0),
    tested_on date,
    ${stamps},
    unique (solution_version_id, standard_id))`,
  `create index on standard_support (standard_id)`,
];

const portfolio = [
  `create table portfolio_item (
    id text collate "C" primary key,
    authority_id text collate "C" not null,
    solution_id text collate "C" not null references solution,
    version_id text collate "C" references solution_version,
    status text not null check (status in ('PLANNED', 'IN_USE', 'PHASING_OUT', 'RETIRED')),
    since date not null,
    until date,
    criticality text not null check (criticality in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    confidentiality smallint not null check (confidentiality between 1 and 4),
    integrity smallint not null check (integrity between 1 and 4),
    availability smallint not null check (availability between 1 and 4),
    processes_personal_data boolean not null,
    owner_unit text not null default '',
    annual_cost_cents bigint check (annual_cost_cents >= 0),
    referent_id text collate "C",
    visibility text not null default 'PRIVATE' check (visibility in ('PRIVATE', 'CIRCLE', 'LOCAL_AUTHORITIES', 'PUBLIC')),
    ${stamps},
    check (until >= since))`,
  `create unique index portfolio_item_one_in_use on portfolio_item (authority_id, solution_id, owner_unit) where status = 'IN_USE'`,
  `create index on portfolio_item (authority_id, since, id)`,
  `create index on portfolio_item (solution_id, since, id)`,
  `create index portfolio_item_public on portfolio_item (solution_id, since, id) where visibility = 'PUBLIC'`,
];

const served = ['vendor', 'solution', 'solution_version', 'standard', 'standard_support', 'portfolio_item'];

/** Vendors, solutions, standards and portfolios. */
export class FirstSlice1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...searchSupport(),
      ...vendors,
      ...solutions,
      ...standards,
      ...portfolio,
      ...idempotencyTable(),
      ...demoDataTable(),
      ...grantServing(served),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: restore a backup instead.');
  }
}
