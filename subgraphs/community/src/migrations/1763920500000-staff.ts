import { grantServing } from '@lokaal/shared/database';
import { newId } from '@lokaal/shared/ids';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const appointments = [
  // staff_role says who is staff now, this says since when and by whom
  `create table staff_appointment (
    id text collate "C" primary key,
    person_id text collate "C" not null references person on delete cascade,
    appointed_at timestamptz not null,
    -- null: by configuration
    appointed_by_id text collate "C" references person on delete set null,
    dismissed_at timestamptz,
    dismissed_by_id text collate "C" references person on delete set null,
    ${stamps},
    check (dismissed_at >= appointed_at),
    check (dismissed_at is not null or dismissed_by_id is null))`,
  `create unique index staff_appointment_one_running on staff_appointment (person_id) where dismissed_at is null`,
  `create index on staff_appointment (person_id)`,
  `create index on staff_appointment (appointed_at, id)`,
  `create index on staff_appointment (dismissed_at)`,
  `create index on staff_appointment (appointed_by_id)`,
  `create index on staff_appointment (dismissed_by_id)`,
];

const entering = [
  // by whom the association entered: nobody registers over it, its owner gets in by the mailed link
  `alter table person add entered_at timestamptz`,
  `alter table one_time_token
    drop constraint one_time_token_purpose_check,
    add constraint one_time_token_purpose_check
      check (purpose in ('CONFIRM_EMAIL', 'RESET_PASSWORD', 'INVITATION', 'CHANGE_EMAIL')),
    add email text,
    add constraint one_time_token_email_check check ((purpose = 'CHANGE_EMAIL') = (email is not null))`,
  `alter table session
    drop constraint session_end_reason_check,
    add constraint session_end_reason_check
      check (end_reason in ('SIGNED_OUT', 'PASSWORD_CHANGED', 'TOKEN_REUSED', 'EXPIRED', 'EMAIL_CHANGED'))`,
];

const addresses = [
  // as long as mails to it are kept, so that whose they are is known
  `create table former_address (
    person_id text collate "C" not null references person on delete cascade,
    email text not null,
    left_at timestamptz not null,
    primary key (person_id, email))`,
  `create index on former_address (left_at)`,
];

/** Since when somebody is staff; people whom the association enters; addresses that change. */
export class Staff1763920500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...appointments,
      ...entering,
      ...addresses,
      ...grantServing(['staff_appointment', 'former_address']),
    ];
    for (const statement of statements) await runner.query(statement);
    // since when is not known of who is staff already: from now on it is
    const staff = (await runner.query('select person_id from staff_role')) as { person_id: string }[];
    for (const { person_id: personId } of staff)
      await runner.query('insert into staff_appointment (id, person_id, appointed_at) values ($1, $2, now())', [
        newId('staffappointment'),
        personId,
      ]);
  }

  async down(): Promise<void> {
    throw new Error('The record of who was staff is not undone: restore a backup instead.');
  }
}
