import { grantServing } from './serving-grants.js';

/**
 * Statements for a migration of a subgraph whose mutations take an idempotencyKey: keys belong to a person, and keep the
 * result of the first call for 24 hours. The primary key decides between two calls at once.
 */
export const idempotencyTable = (): string[] => [
  `create table idempotency_key (
    person_id text collate "C" not null,
    key text collate "C" not null,
    -- hash of mutation and input: the same key with other input is refused
    input_hash text collate "C" not null,
    result_id text collate "C" not null,
    created_at timestamptz not null default now(),
    primary key (person_id, key))`,
  'create index on idempotency_key (created_at)',
  ...grantServing(['idempotency_key']),
];
