import { grantServing, searchSupport } from '@lokaal/shared/database';
import { demoDataTable } from '@lokaal/shared/seeding';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const provinces = `'ANTWERPEN', 'VLAAMS_BRABANT', 'WEST_VLAANDEREN', 'OOST_VLAANDEREN', 'LIMBURG'`;
const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const territory = [
  `create table municipality (
    id text collate "C" primary key,
    nis text collate "C" not null unique check (nis ~ '^[1-7][0-9]{4}$'),
    name text not null,
    province text not null check (province in (${provinces})),
    postal_codes text[] not null,
    population integer check (population > 0),
    population_date date,
    reference_region text,
    valid_from date not null,
    valid_to date,
    successor_id text collate "C" references municipality,
    search_vector tsvector generated always as (dutch_vector(name)) stored,
    ${stamps},
    check (successor_id is null or valid_to is not null),
    check (successor_id <> id),
    check (valid_to > valid_from),
    check ((population is null) = (population_date is null)))`,
  `create index on municipality (name, id)`,
  `create index on municipality (province)`,
  `create index on municipality (population)`,
  `create index on municipality (successor_id)`,
  `create index on municipality using gin (search_vector)`,
  `create index on municipality using gin (search_text(name) gin_trgm_ops)`,
];

const organisations = [
  `create table organisation (
    id text collate "C" primary key,
    kind text not null check (kind in ('MUNICIPALITY', 'OCMW', 'AGB', 'POLICE_ZONE', 'RESCUE_ZONE', 'INTERMUNICIPAL',
      'PROVINCE', 'FLEMISH_AGENCY', 'COMPANY', 'ASSOCIATION', 'EDUCATION')),
    legal_name text not null,
    enterprise_number text collate "C" unique check (enterprise_number ~ '^[01][0-9]{9}$'
      and substr(enterprise_number, 9, 2)::integer = 97 - substr(enterprise_number, 1, 8)::integer % 97),
    ovo_code text collate "C" unique check (ovo_code ~ '^OVO[0-9]{6}$'),
    municipality_id text collate "C" references municipality,
    parent_id text collate "C" references organisation,
    website text,
    street text, postal_code text, locality text,
    status text not null default 'ACTIVE' check (status in ('ACTIVE', 'MERGED', 'DISSOLVED')),
    merged_into_id text collate "C" references organisation,
    -- every organisation that merged into this one, also indirectly: what other subgraphs need of a merger
    predecessor_ids text[] not null default '{}',
    search_vector tsvector generated always as (dutch_vector(legal_name)) stored,
    ${stamps},
    check (kind not in ('MUNICIPALITY', 'OCMW') or municipality_id is not null),
    check ((status = 'MERGED') = (merged_into_id is not null)),
    check (merged_into_id <> id),
    check (parent_id <> id))`,
  `create unique index organisation_one_active on organisation (kind, municipality_id)
    where status = 'ACTIVE' and kind in ('MUNICIPALITY', 'OCMW')`,
  `create index on organisation (legal_name, id)`,
  `create index on organisation (kind)`,
  `create index on organisation (status)`,
  `create index on organisation (municipality_id)`,
  `create index on organisation (parent_id)`,
  `create index on organisation (merged_into_id)`,
  `create index on organisation using gin (search_vector)`,
  `create index on organisation using gin (search_text(legal_name) gin_trgm_ops)`,
];

const people = [
  `create table person (
    id text collate "C" primary key,
    name text not null,
    email text not null,
    language text not null default 'NL' check (language in ('NL', 'FR', 'EN', 'DE')),
    consent_directory boolean not null default false,
    email_confirmed_at timestamptz,
    search_vector tsvector generated always as (dutch_vector(name)) stored,
    ${stamps})`,
  `create unique index person_email on person (lower(email))`,
  `create index on person (name, id)`,
  `create index on person using gin (search_vector)`,
  `create index on person using gin (search_text(name) gin_trgm_ops)`,
  `create table employment (
    id text collate "C" primary key,
    person_id text collate "C" not null references person on delete cascade,
    organisation_id text collate "C" not null references organisation,
    function_title text not null,
    roles text[] not null default '{}' check (roles <@ array['MEMBER_CONTACT', 'ICT_MANAGER', 'DPO', 'CISO',
      'PORTFOLIO_EDITOR', 'VENDOR_EDITOR', 'READER']),
    from_date date not null,
    to_date date,
    ${stamps},
    check (to_date > from_date))`,
  `create index on employment (person_id)`,
  `create index on employment (organisation_id)`,
  `create table staff_role (
    person_id text collate "C" not null references person on delete cascade,
    role text not null check (role in ('STAFF')),
    primary key (person_id, role))`,
];

const circles = [
  `create table knowledge_circle (
    id text collate "C" primary key,
    name text not null unique,
    description text,
    reference_region text,
    founded_on date not null,
    internal_notes text,
    search_vector tsvector generated always as (dutch_vector(name)) stored,
    ${stamps})`,
  `create index on knowledge_circle (name, id)`,
  `create index on knowledge_circle using gin (search_vector)`,
  `create index on knowledge_circle using gin (search_text(name) gin_trgm_ops)`,
  `create table circle_coordinator (
    circle_id text collate "C" not null references knowledge_circle on delete cascade,
    person_id text collate "C" not null references person on delete cascade,
    primary key (circle_id, person_id))`,
  `create index on circle_coordinator (person_id)`,
  `create table circle_membership (
    id text collate "C" primary key,
    circle_id text collate "C" not null references knowledge_circle,
    organisation_id text collate "C" not null references organisation,
    from_date date not null,
    to_date date,
    ${stamps},
    check (to_date > from_date),
    -- an authority is in at most one circle at a time
    exclude using gist (organisation_id with =, daterange(from_date, to_date) with &&))`,
  `create index on circle_membership (circle_id)`,
  `create table cohort (
    id text collate "C" primary key,
    family text not null check (family in ('KNOWLEDGE_CIRCLE', 'REFERENCE_REGION', 'PROVINCE', 'POPULATION_CLASS', 'ALL')),
    -- what the group is made from: a circle's id, a region, a province, the bounds of a class, or ALL
    source text not null,
    label text not null,
    comparable boolean not null default false,
    ${stamps},
    unique (family, source))`,
  `create index on cohort (label, id)`,
  `create table cohort_member (
    cohort_id text collate "C" not null references cohort on delete cascade,
    organisation_id text collate "C" not null references organisation on delete cascade,
    primary key (cohort_id, organisation_id))`,
  `create index on cohort_member (organisation_id)`,
];

const served = [
  'municipality',
  'organisation',
  'person',
  'employment',
  'staff_role',
  'knowledge_circle',
  'circle_coordinator',
  'circle_membership',
  'cohort',
  'cohort_member',
];

/** Territory, organisations, people, circles and cohorts. */
export class FirstSlice1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'create extension if not exists btree_gist',
      ...searchSupport(),
      ...territory,
      ...organisations,
      ...people,
      ...circles,
      ...demoDataTable(),
      ...grantServing(served),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: restore a backup instead.');
  }
}
