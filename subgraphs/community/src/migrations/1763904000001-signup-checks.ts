import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Overlaps are looked for, and the registration locked, only where somebody gets a place in a session. */
export class SignupChecks1763904000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create or replace function session_signup_fits() returns trigger language plpgsql as $$
    begin
      if new.state = 'CONFIRMED' then
        perform from registration where id = new.registration_id for no key update;
        perform from session_signup one join event_session s on s.id = one.session_id, event_session own
          where own.id = new.session_id and one.registration_id = new.registration_id and one.id <> new.id
            and one.state in ('CONFIRMED', 'ATTENDED') and s.status = 'SCHEDULED'
            and (s.starts_at, s.ends_at) overlaps (own.starts_at, own.ends_at);
        if found then
          raise exception using errcode = 'exclusion_violation', constraint = 'session_signup_overlap',
            message = 'nobody takes part in two sessions at the same time';
        end if;
      end if;
      perform from registration r join event_session s on s.event_id = r.event_id
        where r.id = new.registration_id and s.id = new.session_id and r.state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW');
      if not found then
        raise exception using errcode = 'check_violation', constraint = 'session_signup_of_participant',
          message = 'who signs up for a session has a confirmed place at its event';
      end if;
      return null;
    end $$`);
  }

  async down(): Promise<void> {
    throw new Error('Registrations are not undone: restore a backup instead.');
  }
}
