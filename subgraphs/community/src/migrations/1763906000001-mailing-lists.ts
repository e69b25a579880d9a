import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const lists = [
  `create table mailing_list (
    id text collate "C" primary key,
    slug text collate "C" not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text collate dutch not null,
    description text not null,
    open boolean not null default true,
    search_vector tsvector generated always as
      (setweight(dutch_vector(name), 'A') || setweight(dutch_vector(description), 'B')) stored,
    ${stamps})`,
  `create index on mailing_list (name, id)`,
  `create index on mailing_list (open)`,
  `create index on mailing_list using gin (search_vector)`,
  `create index on mailing_list using gin (search_text(name) gin_trgm_ops)`,
];

const subscriptions = [
  `create table mailing_list_subscription (
    id text collate "C" primary key,
    list_id text collate "C" not null references mailing_list on delete cascade,
    email text not null,
    language text not null check (language in ('NL', 'FR', 'EN', 'DE')),
    person_id text collate "C" references person on delete set null,
    state text not null check (state in ('PENDING', 'CONFIRMED', 'UNSUBSCRIBED')),
    requested_at timestamptz not null,
    confirmed_at timestamptz,
    unsubscribed_at timestamptz,
    ${stamps},
    check (state <> 'CONFIRMED' or confirmed_at is not null),
    check ((state = 'UNSUBSCRIBED') = (unsubscribed_at is not null)))`,
  // every spelling of an address is one subscription
  `create unique index mailing_list_subscription_address on mailing_list_subscription (list_id, lower(email))`,
  `create index on mailing_list_subscription (list_id, requested_at, id)`,
  `create index on mailing_list_subscription (requested_at, id)`,
  `create index on mailing_list_subscription (state)`,
  `create index on mailing_list_subscription (person_id)`,
  `create index on mailing_list_subscription (lower(email))`,
  // links that confirm: only their hash is kept
  `create table mailing_list_confirmation (
    token_hash text collate "C" primary key,
    subscription_id text collate "C" not null references mailing_list_subscription on delete cascade,
    expires_at timestamptz not null)`,
  `create index on mailing_list_confirmation (subscription_id)`,
  `create index on mailing_list_confirmation (expires_at)`,
  // from where subscriptions are asked for: the address is a keyed hash
  `create table mailing_list_request (
    id text collate "C" primary key,
    origin text collate "C" not null,
    at timestamptz not null)`,
  `create index on mailing_list_request (origin, at)`,
  `create index on mailing_list_request (at)`,
];

const issues = [
  `create table mailing_list_issue (
    id text collate "C" primary key,
    list_id text collate "C" not null references mailing_list on delete cascade,
    subject text collate dutch not null,
    body text not null,
    sent_at timestamptz,
    recipient_count integer check (recipient_count >= 0),
    ${stamps},
    check ((sent_at is null) = (recipient_count is null)))`,
  `create index on mailing_list_issue (list_id, created_at, id)`,
  `create index on mailing_list_issue (created_at, id)`,
  `create index on mailing_list_issue (sent_at)`,
  // one mail per issue and subscription, whatever is tried again; its link that unsubscribes is kept as a hash
  `create table mailing_list_delivery (
    issue_id text collate "C" not null references mailing_list_issue on delete cascade,
    subscription_id text collate "C" not null references mailing_list_subscription on delete cascade,
    unsubscribe_hash text collate "C" not null unique,
    primary key (issue_id, subscription_id))`,
  `create index on mailing_list_delivery (subscription_id)`,
  `alter table outbox_message add column unsubscribe_url text`,
];

const served = [
  'mailing_list',
  'mailing_list_subscription',
  'mailing_list_confirmation',
  'mailing_list_request',
  'mailing_list_issue',
  'mailing_list_delivery',
];

/** Mailing lists: subscriptions that the owner of the address confirmed, and issues that each of them gets once. */
export class MailingLists1763906000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...lists, ...subscriptions, ...issues, ...grantServing(served)])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Mailing lists are not undone: restore a backup instead.');
  }
}
