import { grantServing } from '../database/index.js';

/**
 * Statements for a migration of a subgraph that keeps audit records: who read or changed what, of which authorities, when,
 * by which operation and request; never what it was. The serving role adds to them and cannot read them, and nobody
 * changes them, whoever reaches the database.
 */
export const auditTable = (): string[] => [
  `create table audit_record (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    person_id text collate "C",
    action text not null check (action in ('READ', 'WRITE')),
    operation text not null,
    request_id text not null,
    object_types text[] not null,
    object_ids text[] not null,
    authority_ids text[] not null)`,
  'create index on audit_record using gin (authority_ids)',
  'create index on audit_record (at)',
  `create function refuse_change() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$`,
  `create trigger append_only before update or delete or truncate on audit_record
    for each statement execute function refuse_change()`,
  ...grantServing(['audit_record'], 'insert'),
];
