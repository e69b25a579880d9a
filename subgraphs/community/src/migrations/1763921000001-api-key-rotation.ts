import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // of a key one other takes the place; when its keepers were told that it expires
  `alter table api_key add column replaces_id text collate "C" unique references api_key,
    add column expiry_told_at timestamptz, add check (replaces_id <> id)`,
  // a key that was replaced ends later, and may be ended sooner, never later than was said
  `create or replace function refuse_key_change() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
    begin
      if (old.id, old.organisation_id, old.secret_hash, old.scopes, old.expires_at, old.replaces_id)
          is distinct from (new.id, new.organisation_id, new.secret_hash, new.scopes, new.expires_at, new.replaces_id)
        or (old.revoked_at is not null and coalesce(new.revoked_at > old.revoked_at, true))
        or (new.created_by_id is not null and new.created_by_id is distinct from old.created_by_id) then
        raise exception 'what a key may do does not change' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`,
];

/** A key is replaced while the system that has it goes on, and its end is told in time. */
export class ApiKeyRotation1763921000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('API keys are not undone: restore a backup instead.');
  }
}
