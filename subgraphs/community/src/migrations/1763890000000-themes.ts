import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const theme = [
  `create table theme (
    id text collate "C" primary key,
    slug text collate "C" not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    label text not null unique,
    description text not null,
    cyfun_categories text[] not null default '{}',
    search_vector tsvector generated always as (dutch_vector(label || ' ' || description)) stored,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    version integer not null default 1)`,
  `create index on theme (label, id)`,
  `create index on theme using gin (cyfun_categories)`,
  `create index on theme using gin (search_vector)`,
  `create index on theme using gin (search_text(label) gin_trgm_ops)`,
];

/** Themes: reference data, by whose slugs knowledge, events and trainings are found. */
export class Themes1763890000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...theme, ...grantServing(['theme'], 'select')]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Themes are not undone: restore a backup instead.');
  }
}
