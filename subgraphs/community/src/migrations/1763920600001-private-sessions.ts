import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Private sessions are for who was invited, the company that gives them, staff, and the coordinators of the circle that meets. */
export class PrivateSessions1763920600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create function may_attend_session(session text, person text, moment timestamptz) returns boolean
      language sql stable parallel safe
      return exists (
        select from event_session one join track on track.id = one.track_id join event on event.id = one.event_id
        where one.id = session and (
          track.kind <> 'PRIVATE'
          or exists (select from session_invitation invited where invited.session_id = one.id and invited.person_id = person)
          or exists (select from staff_role where staff_role.person_id = person and role = 'STAFF')
          or exists (select from circle_coordinator keeper
            where keeper.circle_id = event.circle_id and keeper.person_id = person)
          or exists (select from employment job join organisation employer on employer.id = job.organisation_id,
              (select (moment at time zone 'Europe/Brussels')::date as day) today
            where job.person_id = person and job.from_date <= day and (job.to_date is null or job.to_date > day)
              and (employer.id = one.vendor_organisation_id or one.vendor_organisation_id = any (employer.predecessor_ids)))))`);
  }

  async down(): Promise<void> {
    throw new Error('Registrations are not undone: restore a backup instead.');
  }
}
