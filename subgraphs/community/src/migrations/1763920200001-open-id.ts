import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table external_identity (
    id text collate "C" primary key,
    person_id text collate "C" not null references person on delete cascade,
    issuer text collate "C" not null,
    subject text collate "C" not null,
    linked_at timestamptz not null,
    last_sign_in_at timestamptz,
    -- an account elsewhere is of one person, and a person has one account at an issuer
    unique (issuer, subject),
    unique (person_id, issuer))`,
  `create index on external_identity (linked_at, id)`,
  `create table open_id_flow (
    -- SHA-256 in base64url
    token_hash text collate "C" primary key check (length(token_hash) = 43),
    issuer text not null,
    redirect_uri text not null,
    -- who links an account; null for who signs in
    person_id text collate "C" references person on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null)`,
  `create index on open_id_flow (person_id)`,
  `create index on open_id_flow (expires_at)`,
  ...grantServing(['external_identity', 'open_id_flow']),
];

/** Signing in by OpenID Connect issuers, and which account there is of whom here. */
export class OpenId1763920200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Links with accounts elsewhere are not undone: restore a backup instead.');
  }
}
