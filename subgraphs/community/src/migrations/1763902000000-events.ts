import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const events = [
  `create table event (
    id text collate "C" primary key,
    series text not null check (series in ('MANAGE_IT', 'SHOPT_IT', 'CYBER_DAY', 'KNOWLEDGE_DAY', 'CIRCLE_MEETING', 'WEBINAR', 'OTHER')),
    -- the year, or the number within the series
    edition integer not null check (edition > 0),
    slug text collate "C" not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title text not null,
    summary text,
    description text,
    mode text not null check (mode in ('ON_SITE', 'ONLINE', 'HYBRID')),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    venue_name text, street text, postal_code text, locality text,
    reference_region text,
    online_url text,
    organiser_id text collate "C" references organisation,
    circle_id text collate "C" references knowledge_circle,
    capacity_on_site integer check (capacity_on_site > 0),
    capacity_online integer check (capacity_online > 0),
    registration_opens_at timestamptz,
    registration_closes_at timestamptz,
    offer_hours integer not null default 48 check (offer_hours between 1 and 720),
    themes text[] not null default '{}',
    status text not null default 'DRAFT' check (status in ('DRAFT', 'PUBLISHED', 'CANCELLED', 'ARCHIVED')),
    cancellation_reason text,
    published_at timestamptz,
    -- iCalendar SEQUENCE: raised when time, place or status changes after publication
    sequence integer not null default 0,
    certificate_hours numeric(5, 2) check (certificate_hours > 0),
    certificate_minimum_sessions integer check (certificate_minimum_sessions > 0),
    search_vector tsvector generated always as
      (dutch_vector(title || ' ' || coalesce(summary, '') || ' ' || coalesce(description, ''))) stored,
    ${stamps},
    constraint event_times check (ends_at > starts_at),
    constraint event_circle check ((series = 'CIRCLE_MEETING') = (circle_id is not null)),
    constraint event_on_site check (mode <> 'ONLINE' or (capacity_on_site is null
      and coalesce(venue_name, street, postal_code, locality) is null)),
    constraint event_online check (mode <> 'ON_SITE' or (capacity_online is null and online_url is null)),
    constraint event_registration_window check (registration_opens_at < registration_closes_at
      and registration_closes_at <= ends_at and registration_opens_at < ends_at),
    constraint event_cancelled check ((status = 'CANCELLED') = (cancellation_reason is not null)),
    constraint event_published check ((status = 'DRAFT') = (published_at is null)))`,
  // an edition that was cancelled may be held again under its number
  `create unique index event_one_edition on event (series, edition)
    where series in ('MANAGE_IT', 'SHOPT_IT', 'CYBER_DAY') and status <> 'CANCELLED'`,
  `create index on event (starts_at, id)`,
  `create index on event (ends_at)`,
  `create index on event (title, id)`,
  `create index on event (series, edition)`,
  `create index on event (edition, id)`,
  `create index on event (mode)`,
  `create index on event (status)`,
  `create index on event (locality)`,
  `create index on event (reference_region)`,
  `create index on event (organiser_id)`,
  `create index on event (circle_id, starts_at, id)`,
  `create index on event using gin (themes)`,
  `create index on event using gin (search_vector)`,
  `create index on event using gin (search_text(title) gin_trgm_ops)`,
];

const conditionsOfRegistration = [
  `create table event_price (
    event_id text collate "C" not null references event on delete cascade,
    audience text not null check (audience in ('NON_MEMBER', 'EFFECTIVE', 'ACCEDED', 'COMPANY')),
    price_cents integer not null check (price_cents >= 0),
    primary key (event_id, audience))`,
  `create table event_question (
    id text collate "C" primary key,
    event_id text collate "C" not null references event on delete cascade,
    position integer not null,
    label text not null,
    kind text not null check (kind in ('TEXT', 'CHOICE', 'BOOLEAN')),
    options text[] not null default '{}',
    required boolean not null default false,
    ${stamps},
    unique (event_id, position) deferrable initially deferred,
    check ((kind = 'CHOICE') = (cardinality(options) > 0)))`,
];

const programme = [
  `create table track (
    id text collate "C" primary key,
    event_id text collate "C" not null references event on delete cascade,
    name text not null,
    kind text not null check (kind in ('TECHNICAL', 'POLICY', 'VENDOR', 'PRIVATE')),
    position integer not null,
    ${stamps},
    unique (event_id, id),
    unique (event_id, name),
    unique (event_id, position) deferrable initially deferred)`,
  `create index on track (event_id, position, id)`,
  `create index on track (kind)`,
  `create table room (
    id text collate "C" primary key,
    event_id text collate "C" not null references event on delete cascade,
    name text not null,
    capacity integer not null check (capacity > 0),
    ${stamps},
    unique (event_id, id),
    unique (event_id, name))`,
  `create index on room (event_id, name, id)`,
  `create table exhibitor (
    id text collate "C" primary key,
    event_id text collate "C" not null references event on delete cascade,
    organisation_id text collate "C" not null references organisation,
    stand text not null,
    description text,
    ${stamps},
    unique (event_id, organisation_id),
    unique (event_id, stand))`,
  `create index on exhibitor (event_id, stand, id)`,
  `create index on exhibitor (organisation_id)`,
];

const served = ['event', 'event_price', 'event_question', 'track', 'room', 'exhibitor'];

/** Events with their prices, questions to registrants, tracks, rooms and stands. */
export class Events1763902000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...events, ...conditionsOfRegistration, ...programme, ...grantServing(served)]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Events are not undone: restore a backup instead.');
  }
}
