import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create function attended_enough(visit text, minimum integer) returns boolean language sql stable parallel safe
    return minimum is null or minimum <= (
      select count(*) from session_signup one where one.registration_id = visit and one.state = 'ATTENDED')`,
  `create or replace function certificate_of_attendance() returns trigger language plpgsql as $$
    begin
      perform from registration r join event e on e.id = r.event_id
        where r.id = new.registration_id and r.event_id = new.event_id and r.person_id = new.person_id and r.state = 'ATTENDED'
          and attended_enough(r.id, e.certificate_minimum_sessions)
        for share of r;
      if not found then
        raise exception using errcode = 'check_violation', constraint = 'certificate_of_attendance',
          message = 'a certificate is for who attended';
      end if;
      return new;
    end $$`,
  `create or replace function has_followed(person text, training text) returns boolean language sql stable parallel safe
    begin atomic
      select exists (select from certificate c
          where c.person_id = person and c.training_id = training and c.revoked_at is null)
        or exists (select from registration r join event e on e.id = r.event_id join training_session s on s.event_id = e.id
          where r.person_id = person and s.training_id = training and r.state = 'ATTENDED'
            and attended_enough(r.id, e.certificate_minimum_sessions)
            and coalesce((select bool_or(c.revoked_at is null) from certificate c where c.registration_id = r.id), true));
    end`,
];

/** Whether somebody was at as many sessions as a certificate takes: what gives none, gives no hours and opens no training. */
export class AttendedEnough1763923800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Certificates lean on it: restore a backup instead.');
  }
}
