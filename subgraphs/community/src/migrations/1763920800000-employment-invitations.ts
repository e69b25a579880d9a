import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table employment_invitation (
    id text collate "C" primary key,
    organisation_id text collate "C" not null references organisation,
    -- of who is invited, whether or not there is an account; folded as addresses of people are
    email text not null,
    function_title text not null,
    roles text[] not null default '{}' check (roles <@ array['MEMBER_CONTACT', 'ICT_MANAGER', 'DPO', 'CISO',
      'PORTFOLIO_EDITOR', 'VENDOR_EDITOR', 'READER']),
    -- null: from the day on which it is accepted
    from_date date,
    invited_by_id text collate "C" references person on delete set null,
    expires_at timestamptz not null,
    -- EXPIRED only where another invitation took its place: else the clock says so
    decision text check (decision in ('ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
    decided_at timestamptz,
    employment_id text collate "C" references employment on delete set null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    check (expires_at > created_at),
    check ((decision is null) = (decided_at is null)),
    check (employment_id is null or decision = 'ACCEPTED'))`,
  'create unique index employment_invitation_open on employment_invitation (organisation_id, email) where decision is null',
  'create index on employment_invitation (organisation_id, created_at, id)',
  'create index on employment_invitation (created_at, id)',
  'create index on employment_invitation (email)',
  'create index on employment_invitation (expires_at)',
  'create index on employment_invitation (decided_at)',
  'create index on employment_invitation (invited_by_id, created_at)',
  'create index on employment_invitation (employment_id)',
  ...grantServing(['employment_invitation']),
];

/** Nobody works for an organisation in this graph without having said yes. */
export class EmploymentInvitations1763920800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Invitations are not undone: restore a backup instead.');
  }
}
