import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const circles = [
  // null while it is a proposal
  `alter table knowledge_circle alter column founded_on drop not null`,
  `alter table knowledge_circle add column ended_on date, add column theme_slugs text[] not null default '{}',
    add check (ended_on is null or ended_on > founded_on)`,
  `create index on knowledge_circle using gin (theme_slugs)`,
  // at least two members make a circle; whether it has them depends on the day, so this is asked and not stored
  `create function circle_status(circle text, founded_on date, ended_on date, day date) returns text
    language sql stable parallel safe
    return case
      when ended_on <= day then 'ENDED'
      when founded_on is null or founded_on > day then 'PROPOSED'
      when (select count(*) from circle_membership as m where m.circle_id = circle and m.from_date <= day
        and (m.to_date is null or m.to_date > day)) >= 2 then 'ACTIVE'
      else 'DORMANT' end`,
];

const accessions = [
  `create table circle_accession (
    id text collate "C" primary key,
    circle_id text collate "C" not null references knowledge_circle,
    organisation_id text collate "C" not null references organisation,
    state text not null default 'REQUESTED' check (state in ('REQUESTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    motivation text,
    requested_at timestamptz not null,
    requested_by_id text collate "C" references person on delete set null,
    -- the exploratory talk that accession follows
    talked_on date,
    decided_at timestamptz,
    decided_by_id text collate "C" references person on delete set null,
    decline_reason text,
    membership_id text collate "C" references circle_membership,
    ${stamps},
    check ((state = 'REQUESTED') = (decided_at is null)),
    check ((state = 'ACCEPTED') = (membership_id is not null)),
    check (state <> 'ACCEPTED' or talked_on is not null),
    check ((state = 'DECLINED') = (decline_reason is not null)))`,
  `create unique index circle_accession_one_open on circle_accession (organisation_id) where state = 'REQUESTED'`,
  ...['circle_id, requested_at, id', 'organisation_id, requested_at, id', 'requested_at, id', 'state'].map(
    (columns) => `create index on circle_accession (${columns})`,
  ),
  ...['requested_by_id', 'decided_by_id', 'membership_id'].map(
    (column) => `create index on circle_accession (${column})`,
  ),
];

const trajectories = [
  `create table circle_trajectory (
    id text collate "C" primary key,
    circle_id text collate "C" not null references knowledge_circle,
    building_block text collate dutch not null check (length(building_block) between 2 and 120),
    disseminated_on date not null,
    adopted_on date,
    innovated_on date,
    standardised_on date,
    stage text not null generated always as (case
      when standardised_on is not null then 'STANDARDISATION'
      when innovated_on is not null then 'INNOVATION'
      when adopted_on is not null then 'ADOPTION'
      else 'DISSEMINATION' end) stored,
    note text,
    search_vector tsvector generated always as (dutch_vector(building_block)) stored,
    ${stamps},
    -- one stage after the other
    check (adopted_on >= disseminated_on),
    check (innovated_on is null or (adopted_on is not null and innovated_on >= adopted_on)),
    check (standardised_on is null or (innovated_on is not null and standardised_on >= innovated_on)))`,
  `create unique index circle_trajectory_one_of_block on circle_trajectory (circle_id, search_text(building_block))`,
  ...['circle_id, building_block, id', 'building_block, id', 'disseminated_on, id', 'stage'].map(
    (columns) => `create index on circle_trajectory (${columns})`,
  ),
  `create index on circle_trajectory using gin (search_vector)`,
  `create index on circle_trajectory using gin (search_text(building_block) gin_trgm_ops)`,
];

/** Circles that are proposed, founded and ended; accession; trajectories of building blocks. */
export class Circles1763901000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const served = grantServing(['circle_accession', 'circle_trajectory']);
    for (const statement of [...circles, ...accessions, ...trajectories, ...served]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Circles are not undone: restore a backup instead.');
  }
}
