import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const searched = (name: string, more: string): string =>
  `search_vector tsvector generated always as (setweight(dutch_vector(${name}), 'A') || setweight(dutch_vector(${more}), 'B')) stored`;

const searchIndexes = (table: string, name: string): string[] => [
  `create index on ${table} using gin (search_vector)`,
  `create index on ${table} using gin (search_text(${name}) gin_trgm_ops)`,
];

const projects = [
  `create table project (
    id text collate "C" primary key,
    slug text collate "C" not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text collate dutch not null,
    summary text not null,
    description text,
    website text check (website like 'https://%'),
    status text not null check (status in ('PLANNED', 'RUNNING', 'DONE', 'STOPPED')),
    started_on date,
    ended_on date,
    themes text[] not null default '{}',
    ${searched('name', `summary || ' ' || coalesce(description, '')`)},
    ${stamps},
    check (ended_on >= started_on),
    check (status <> 'RUNNING' or started_on is not null),
    check ((status in ('DONE', 'STOPPED')) = (ended_on is not null)))`,
  `create index on project (name, id)`,
  `create index on project (status)`,
  `create index on project using gin (themes)`,
  ...searchIndexes('project', 'name'),
  `create table project_participation (
    id text collate "C" primary key,
    project_id text collate "C" not null references project on delete cascade,
    organisation_id text collate "C" not null references organisation,
    from_date date not null,
    to_date date,
    ${stamps},
    check (to_date > from_date),
    constraint project_participation_once
      exclude using gist (project_id with =, organisation_id with =, daterange(from_date, to_date) with &&))`,
  `create index on project_participation (project_id, from_date, id)`,
  `create index on project_participation (organisation_id, from_date, id)`,
  `create table project_partner (
    id text collate "C" primary key,
    project_id text collate "C" not null references project on delete cascade,
    organisation_id text collate "C" references organisation,
    name text collate dutch not null,
    role text not null,
    ${stamps},
    unique (project_id, name))`,
  `create index on project_partner (project_id, name, id)`,
  `create index on project_partner (organisation_id)`,
];

const partnerships = [
  `create table partnership (
    id text collate "C" primary key,
    name text collate dutch not null unique,
    description text not null,
    website text check (website like 'https://%'),
    from_date date,
    to_date date,
    ${searched('name', 'description')},
    ${stamps},
    check (to_date > from_date))`,
  `create index on partnership (name, id)`,
  `create index on partnership (to_date)`,
  ...searchIndexes('partnership', 'name'),
];

const thinkTanks = [
  `create table think_tank (
    id text collate "C" primary key,
    name text collate dutch not null unique,
    description text not null,
    founded_on date not null,
    ${searched('name', 'description')},
    ${stamps})`,
  `create index on think_tank (name, id)`,
  ...searchIndexes('think_tank', 'name'),
  `create table think_tank_member (
    id text collate "C" primary key,
    think_tank_id text collate "C" not null references think_tank on delete cascade,
    person_id text collate "C" references person on delete set null,
    chairs boolean not null default false,
    from_date date not null,
    to_date date,
    ${stamps},
    check (to_date > from_date),
    constraint think_tank_member_once
      exclude using gist (think_tank_id with =, person_id with =, daterange(from_date, to_date) with &&))`,
  `create index on think_tank_member (think_tank_id, from_date, id)`,
  `create index on think_tank_member (person_id)`,
  `create table think_tank_meeting (
    think_tank_id text collate "C" not null references think_tank on delete cascade,
    event_id text collate "C" not null references event on delete cascade,
    primary key (think_tank_id, event_id))`,
  `create index on think_tank_meeting (event_id)`,
  `create table focus_project (
    id text collate "C" primary key,
    think_tank_id text collate "C" not null references think_tank on delete cascade,
    title text collate dutch not null,
    summary text not null,
    status text not null check (status in ('PROPOSED', 'RUNNING', 'DONE')),
    proposed_by_id text collate "C" references person on delete set null,
    started_on date,
    ended_on date,
    themes text[] not null default '{}',
    ${searched('title', 'summary')},
    ${stamps},
    check (ended_on >= started_on),
    check ((status = 'PROPOSED') = (started_on is null)),
    check ((status = 'DONE') = (ended_on is not null)))`,
  `create index on focus_project (title, id)`,
  `create index on focus_project (think_tank_id, title, id)`,
  `create index on focus_project (status)`,
  `create index on focus_project (proposed_by_id)`,
  `create index on focus_project using gin (themes)`,
  ...searchIndexes('focus_project', 'title'),
];

const mentorships = [
  `create table mentorship_offer (
    id text collate "C" primary key,
    person_id text collate "C" references person on delete set null,
    organisation_id text collate "C" not null references organisation,
    title text collate dutch not null,
    expertise text not null,
    themes text[] not null default '{}',
    -- authorities that the expert helps at once
    places integer not null check (places between 1 and 10),
    open boolean not null default true,
    ${stamps})`,
  `create index on mentorship_offer (created_at, id)`,
  `create index on mentorship_offer (open)`,
  `create index on mentorship_offer (person_id)`,
  `create index on mentorship_offer (organisation_id)`,
  `create index on mentorship_offer using gin (themes)`,
  `create table mentorship_request (
    id text collate "C" primary key,
    person_id text collate "C" references person on delete set null,
    organisation_id text collate "C" not null references organisation,
    title text collate dutch not null,
    question text not null,
    themes text[] not null default '{}',
    open boolean not null default true,
    ${stamps})`,
  `create index on mentorship_request (created_at, id)`,
  `create index on mentorship_request (open)`,
  `create index on mentorship_request (person_id)`,
  `create index on mentorship_request (organisation_id)`,
  `create index on mentorship_request using gin (themes)`,
  `create table mentorship (
    id text collate "C" primary key,
    offer_id text collate "C" not null references mentorship_offer,
    request_id text collate "C" not null references mentorship_request,
    state text not null check (state in ('PROPOSED', 'ACTIVE', 'DECLINED', 'ENDED')),
    expert_agreed_at timestamptz,
    authority_agreed_at timestamptz,
    started_on date,
    ended_on date,
    closing_note text,
    ${stamps},
    check ((state = 'PROPOSED') = (started_on is null and ended_on is null)),
    check ((state in ('ACTIVE', 'ENDED')) = (started_on is not null)),
    check ((state in ('DECLINED', 'ENDED')) = (ended_on is not null)),
    check (started_on is null or (expert_agreed_at is not null and authority_agreed_at is not null)),
    check (ended_on >= started_on))`,
  // one expert at a time for a question
  `create unique index mentorship_one_of_request on mentorship (request_id) where state in ('PROPOSED', 'ACTIVE')`,
  `create index on mentorship (created_at, id)`,
  `create index on mentorship (state)`,
  `create index on mentorship (offer_id, created_at, id)`,
  `create index on mentorship (request_id, created_at, id)`,
];

const served = [
  'project',
  'project_participation',
  'project_partner',
  'partnership',
  'think_tank',
  'think_tank_member',
  'think_tank_meeting',
  'focus_project',
  'mentorship_offer',
  'mentorship_request',
  'mentorship',
];

/** What members do together: projects, partnerships, the think tank and mentorships. */
export class Collaboration1763906000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...projects, ...partnerships, ...thinkTanks, ...mentorships, ...grantServing(served)])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Projects and mentorships are not undone: restore a backup instead.');
  }
}
