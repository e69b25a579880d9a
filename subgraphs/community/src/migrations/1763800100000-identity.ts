import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const accounts = [
  `create table credential (
    person_id text collate "C" primary key references person on delete cascade,
    password_hash text not null check (password_hash like '$argon2id$%'),
    changed_at timestamptz not null)`,
  // a registration keeps its own name and password until its own link is followed: nobody can smuggle a password in
  `create table one_time_token (
    token_hash text collate "C" primary key,
    purpose text not null check (purpose in ('CONFIRM_EMAIL', 'RESET_PASSWORD')),
    person_id text collate "C" not null references person on delete cascade,
    name text,
    language text,
    password_hash text,
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    used_at timestamptz,
    check (purpose <> 'CONFIRM_EMAIL' or (name is not null and language is not null and password_hash is not null)))`,
  `create index on one_time_token (person_id)`,
  `create index on one_time_token (expires_at)`,
];

const sessions = [
  `create table session (
    id text collate "C" primary key,
    person_id text collate "C" not null references person on delete cascade,
    created_at timestamptz not null,
    idle_until timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    end_reason text check (end_reason in ('SIGNED_OUT', 'PASSWORD_CHANGED', 'TOKEN_REUSED', 'EXPIRED')),
    check ((ended_at is null) = (end_reason is null)),
    check (idle_until <= expires_at))`,
  `create index on session (person_id)`,
  `create index on session (expires_at)`,
  `create table refresh_token (
    token_hash text collate "C" primary key,
    session_id text collate "C" not null references session on delete cascade,
    created_at timestamptz not null,
    replaced_at timestamptz,
    replaced_by text collate "C" unique references refresh_token deferrable initially deferred,
    check ((replaced_at is null) = (replaced_by is null)))`,
  // one living token per session, whatever the application does
  `create unique index refresh_token_one_live on refresh_token (session_id) where replaced_at is null`,
  `create index on refresh_token (session_id)`,
];

const guessing = [
  // account and address are keyed hashes: the table tells nobody who tried to sign in from where
  `create table sign_in_attempt (
    id text collate "C" primary key,
    account text collate "C" not null,
    address text collate "C",
    at timestamptz not null,
    pending boolean not null)`,
  `create index on sign_in_attempt (account, at)`,
  `create index on sign_in_attempt (address, at)`,
  `create index on sign_in_attempt (at)`,
  `create table known_address (
    person_id text collate "C" not null references person on delete cascade,
    address text collate "C" not null,
    seen_at timestamptz not null,
    primary key (person_id, address))`,
  `create index on known_address (seen_at)`,
];

const keys = [
  `create table signing_key (
    kid text collate "C" primary key,
    sealed_jwk text not null,
    created_at timestamptz not null,
    signs_from timestamptz not null,
    signs_until timestamptz not null check (signs_until > signs_from))`,
];

const outbox = [
  `create table outbox_message (
    id text collate "C" primary key,
    recipient text not null,
    subject text not null,
    -- emptied once sent: the text holds a link that opens an account
    body_text text not null,
    body_html text not null,
    created_at timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts integer not null default 0,
    last_error text,
    sent_at timestamptz,
    abandoned_at timestamptz,
    check (sent_at is null or abandoned_at is null))`,
  `create index outbox_message_due on outbox_message (next_attempt_at) where sent_at is null and abandoned_at is null`,
  `create index on outbox_message (recipient, created_at)`,
  `create index on outbox_message (sent_at)`,
];

const served = [
  'credential',
  'one_time_token',
  'session',
  'refresh_token',
  'sign_in_attempt',
  'known_address',
  'signing_key',
  'outbox_message',
];

/** Accounts, sessions, protection against guessing, signing keys and outgoing mail. */
export class Identity1763800100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...accounts, ...sessions, ...guessing, ...keys, ...outbox, ...grantServing(served)]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Accounts and keys are not undone: restore a backup instead.');
  }
}
