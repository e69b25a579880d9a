import { grantServing, sortAsDutch } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What all of them have. What is published in full is complete; what is withdrawn has a reason. */
const editorial = `
    title text collate dutch not null,
    summary text not null,
    themes text[] not null default '{}',
    access text not null check (access in ('PUBLIC', 'MEMBERS')),
    status text not null check (status in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    published_on date not null,
    withdrawal_reason text,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    version integer not null default 1,
    check ((status = 'WITHDRAWN') = (withdrawal_reason is not null))`;

const open = `setweight(dutch_vector(title), 'A') || setweight(dutch_vector(summary), 'B')`;
const body = `setweight(dutch_vector(coalesce(body, '')), 'C')`;

/**
 * Everybody searches title and summary, and the rest of what is for everybody. The rest of what is for members is in a
 * vector of its own, with title and summary, so that words of both find it.
 */
const vectors = (shown: string): string => `
    search_vector tsvector generated always as (${shown}
      || case when access = 'PUBLIC' then ${body} else ''::tsvector end) stored,
    restricted_search_vector tsvector generated always as (case when access = 'MEMBERS' then ${shown} || ${body} end) stored`;

const indexes = (table: string): string[] => [
  ...['published_on, id', 'title, id', 'access', 'status'].map((columns) => `create index on ${table} (${columns})`),
  `create index on ${table} using gin (themes)`,
  `create index on ${table} using gin (search_vector)`,
  `create index on ${table} using gin (search_text(title) gin_trgm_ops)`,
];

const publications = [
  `create table publication (
    id text collate "C" primary key,
    subtitle text,
    body text,
    url text check (url like 'https://%'),${editorial},
    check (status <> 'PUBLISHED' or body is not null or url is not null),${vectors(`${open} || setweight(dutch_vector(coalesce(subtitle, '')), 'B')`)})`,
  ...indexes('publication'),
  `create index on publication using gin (restricted_search_vector)`,
];

const media = [
  `create table media_item (
    id text collate "C" primary key,
    kind text not null check (kind in ('WEBINAR', 'PODCAST', 'VIDEO')),
    url text check (url like 'https://%'),
    duration_minutes integer check (duration_minutes between 1 and 1440),
    recorded_on date,
    event_id text collate "C" references event,
    session_id text collate "C" references event_session,${editorial},
    search_vector tsvector generated always as (${open}) stored,
    check (status <> 'PUBLISHED' or url is not null),
    -- the recording of a session is one of its event
    check (session_id is null or event_id is not null))`,
  ...indexes('media_item'),
  ...['kind', 'event_id, published_on, id', 'session_id, published_on, id'].map(
    (columns) => `create index on media_item (${columns})`,
  ),
];

const news = [
  `create table news_item (
    id text collate "C" primary key,
    body text,${editorial},
    check (status <> 'PUBLISHED' or body is not null),${vectors(open)})`,
  ...indexes('news_item'),
  `create index on news_item using gin (restricted_search_vector)`,
];

const items = ['publication_id', 'media_item_id', 'news_item_id'];

const authors = [
  `create table author (
    id text collate "C" primary key,
    publication_id text collate "C" references publication on delete cascade,
    media_item_id text collate "C" references media_item on delete cascade,
    news_item_id text collate "C" references news_item on delete cascade,
    position integer not null check (position > 0),
    name text not null,
    person_id text collate "C" references person on delete set null,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    version integer not null default 1,
    check (num_nonnulls(${items.join()}) = 1))`,
  ...items.map((item) => `create unique index on author (${item}, position, id)`),
  `create index on author (person_id)`,
];

/** Publications, recordings and news with their authors; themes sort as a dictionary. */
export class Publications1763906000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...sortAsDutch({ table: 'theme', column: 'label', vector: `dutch_vector(label || ' ' || description)` }),
      ...publications,
      ...media,
      ...news,
      ...authors,
      ...grantServing(['publication', 'media_item', 'news_item', 'author']),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Publications are not undone: restore a backup instead.');
  }
}
