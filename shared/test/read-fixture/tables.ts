import { Client } from 'pg';
import {
  dutchCollation,
  searchSupport,
  slipIndex,
  slipSearch,
  slipsUncounted,
  wordSearch,
} from '../../src/database/index.js';
import type { DatabaseUrls } from '../../src/graphql/index.js';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const tables = [
  `create table author (
    id text collate "C" primary key, name text collate dutch not null, born_on date, email text, mentor_id text collate "C",
    rating numeric not null, active boolean not null, ${stamps},
    search_vector tsvector generated always as (dutch_vector(name)) stored)`,
  `create table book (
    id text collate "C" primary key, title text collate dutch not null, subtitle text, author_id text collate "C" not null,
    publisher_id text collate "C", sequel_id text collate "C", owner_id text collate "C" not null, pages integer not null,
    cents bigint not null, weight numeric, published boolean not null, genres text[] not null, printed_at timestamptz not null,
    due_on date, kind text not null, cover jsonb, chapters jsonb not null, media jsonb, ${stamps},
    search_vector tsvector generated always as (setweight(dutch_vector(title), 'A')) stored,
    restricted_search_vector tsvector generated always as (dutch_vector(subtitle)) stored)`,
  `create index on book (title, id)`,
  `create index on book (pages, id)`,
  `create index on book (printed_at, id)`,
  `create index on book (author_id)`,
  `create index on book using gin (search_vector)`,
  slipIndex('book'),
  slipsUncounted,
  `create index on book using gin (restricted_search_vector)`,
  `create index on book using gin (search_text(title) gin_trgm_ops)`,
  `create table review (
    id text collate "C" primary key, book_id text collate "C" not null, stars smallint not null, remark text not null,
    secret text, organisation_id text collate "C" not null, referent_id text collate "C", ${stamps})`,
  `create index on review (book_id, stars, id)`,
  `create table loan (
    id text collate "C" primary key, book_id text collate "C" not null, organisation_id text collate "C" not null,
    since date not null, ${stamps})`,
  `grant select, update on author, book, review, loan to fixture_server`,
];

/** Makes the tables of the fixture. */
export async function makeTables({ owner }: DatabaseUrls): Promise<void> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    for (const statement of [...searchSupport(), ...wordSearch(), ...slipSearch(), ...dutchCollation(), ...tables])
      await client.query(statement);
  } finally {
    await client.end();
  }
}
