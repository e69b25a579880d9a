import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const group = '[0-9A-HJKMNP-TV-Z]{4}';

const certificates = [
  `create table certificate (
    id text collate "C" primary key,
    -- 28 random digits of Crockford: nobody guesses it, everybody can type it
    code text collate "C" not null unique check (code ~ '^(${group}-){6}${group}$'),
    registration_id text collate "C" not null references registration,
    event_id text collate "C" not null references event,
    training_id text collate "C" references training,
    -- null once the person was erased: the code still verifies, without a name
    person_id text collate "C" references person on delete set null,
    holder_name text,
    language text not null check (language in ('NL', 'FR', 'EN', 'DE')),
    title text not null,
    hours numeric(5, 2) not null check (hours > 0),
    starts_on date not null,
    ends_on date not null,
    issued_at timestamptz not null,
    issued_by_id text collate "C" references person on delete set null,
    revoked_at timestamptz,
    revocation_reason text,
    revoked_by_id text collate "C" references person on delete set null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    check (ends_on >= starts_on),
    check (revoked_at >= issued_at),
    check (revoked_at is not null or (revocation_reason is null and revoked_by_id is null)))`,
  `create unique index certificate_one_valid on certificate (registration_id) where revoked_at is null`,
  `create index on certificate (registration_id, issued_at)`,
  `create index on certificate (event_id, issued_at, id)`,
  `create index on certificate (training_id)`,
  `create index on certificate (person_id, issued_at, id)`,
  `create index on certificate (issued_at, id)`,
  `create index on certificate (issued_by_id)`,
  `create index on certificate (revoked_by_id)`,
  `create index on certificate (revoked_at)`,
];

/** Only who was there, at as many sessions as it takes; and what was handed out says the same for ever. */
const invariants = [
  `create function certificate_of_attendance() returns trigger language plpgsql as $$
    begin
      perform from registration r join event e on e.id = r.event_id
        where r.id = new.registration_id and r.event_id = new.event_id and r.person_id = new.person_id and r.state = 'ATTENDED'
          and coalesce(e.certificate_minimum_sessions, 0)
            <= (select count(*) from session_signup s where s.registration_id = r.id and s.state = 'ATTENDED')
        for share of r;
      if not found then
        raise exception using errcode = 'check_violation', constraint = 'certificate_of_attendance',
          message = 'a certificate is for who attended';
      end if;
      return new;
    end $$`,
  `create trigger certificate_of_attendance before insert on certificate
    for each row execute function certificate_of_attendance()`,
  `create function attendance_stays() returns trigger language plpgsql as $$
    begin
      perform from certificate where registration_id = new.id and revoked_at is null;
      if found then
        raise exception using errcode = 'check_violation', constraint = 'certificate_of_attendance',
          message = 'a certificate is for who attended';
      end if;
      return new;
    end $$`,
  `create trigger attendance_stays before update of state on registration
    for each row when (old.state = 'ATTENDED' and new.state <> 'ATTENDED') execute function attendance_stays()`,
  `create function certificate_stays() returns trigger language plpgsql as $$
    begin
      raise exception using errcode = 'check_violation', constraint = 'certificate_stays',
        message = 'a certificate that was handed out says the same for ever';
    end $$`,
  `create trigger certificate_stays before update on certificate for each row when (
      (old.code, old.registration_id, old.event_id, old.title, old.hours, old.starts_on, old.ends_on, old.issued_at, old.language)
        is distinct from (new.code, new.registration_id, new.event_id, new.title, new.hours, new.starts_on, new.ends_on,
          new.issued_at, new.language)
      or (new.holder_name is not null and new.holder_name is distinct from old.holder_name)
      or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at))
    execute function certificate_stays()`,
];

/** Certificates of attendance. */
export class Certificate1763905000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...certificates, ...invariants, ...grantServing(['certificate'])]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Certificates are not undone: restore a backup instead.');
  }
}
