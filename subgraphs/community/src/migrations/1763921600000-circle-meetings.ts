import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A meeting may be for the people of its circle alone. What there is stays for everybody. */
export class CircleMeetings1763921600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table event add circle_only boolean not null default false
      constraint event_circle_only check (not circle_only or circle_id is not null)`);
    await runner.query(`create function belongs_to_circle(circle text, person text, moment timestamptz) returns boolean
      language sql stable parallel safe
      return exists (select from staff_role where staff_role.person_id = person and role = 'STAFF')
        or exists (select from circle_coordinator keeper where keeper.circle_id = circle and keeper.person_id = person)
        or exists (
          select from (select (moment at time zone 'Europe/Brussels')::date as day) today, employment job
            join circle_membership member on member.organisation_id = job.organisation_id and member.circle_id = circle
          where job.person_id = person and job.from_date <= day and (job.to_date is null or job.to_date > day)
            and member.from_date <= day and (member.to_date is null or member.to_date > day))`);
  }

  async down(): Promise<void> {
    throw new Error('Events are not undone: restore a backup instead.');
  }
}
