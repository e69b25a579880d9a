import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table api_key (
    id text collate "C" primary key,
    organisation_id text collate "C" not null references organisation,
    name text collate dutch not null,
    last_characters text not null check (length(last_characters) = 4),
    -- SHA-256 of the whole key, which exists nowhere else
    secret_hash text collate "C" not null unique check (length(secret_hash) = 43),
    scopes text[] not null check (scopes <@ array['CATALOGUE_WRITE', 'PORTFOLIO_READ'] and cardinality(scopes) > 0),
    created_by_id text collate "C" references person on delete set null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    revoked_by_id text collate "C" references person on delete set null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    check (expires_at > created_at and expires_at <= created_at + interval '366 days'),
    check (revoked_by_id is null or revoked_at is not null))`,
  'create index on api_key (created_at, id)',
  'create index on api_key (expires_at, id)',
  'create index on api_key (name, id)',
  'create index on api_key (organisation_id, created_at, id)',
  'create index on api_key using gin (scopes)',
  'create index on api_key (last_used_at)',
  'create index on api_key (revoked_at)',
  'create index on api_key (created_by_id)',
  'create index on api_key (revoked_by_id)',
  // what a key is does not change after it was made; one that is revoked stays so
  `create function refuse_key_change() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
    begin
      if (old.id, old.organisation_id, old.secret_hash, old.scopes, old.expires_at)
          is distinct from (new.id, new.organisation_id, new.secret_hash, new.scopes, new.expires_at)
        or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
        or (new.created_by_id is not null and new.created_by_id is distinct from old.created_by_id) then
        raise exception 'what a key may do does not change' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`,
  `create trigger keep_key before update on api_key for each row execute function refuse_key_change()`,
  ...grantServing(['api_key'], 'select, insert, update'),
];

/** Keys by which systems of organisations ask this graph. */
export class ApiKeys1763920100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('API keys are not undone: restore a backup instead.');
  }
}
