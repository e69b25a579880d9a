import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // as belongsHere says of a viewer: staff, who works for an organisation on the day, effective members with their time of grace
  `create function belongs_here(person text, moment timestamptz) returns boolean
    language sql stable parallel safe
    return exists (select from staff_role where staff_role.person_id = person and role = 'STAFF')
      or exists (
        select from (select (moment at time zone 'Europe/Brussels')::date as day) today, employment job
        where job.person_id = person and job.from_date <= day and (job.to_date is null or job.to_date > day))
      or exists (
        select from (select (moment at time zone 'Europe/Brussels')::date as day) today, membership
        where membership.person_id = person and decision = 'APPROVED' and day >= since and day < coalesce(cancelled_on, grace_until))`,
  // who was appointed and left everything keeps the row, so that staff see it, and nothing else
  `create function coordinators_of(circle text, moment timestamptz) returns setof text
    language sql stable parallel safe
    begin atomic
      select person_id from circle_coordinator where circle_id = circle and belongs_here(person_id, moment);
    end`,
  `create or replace function belongs_to_circle(circle text, person text, moment timestamptz) returns boolean
    language sql stable parallel safe
    return exists (select from staff_role where staff_role.person_id = person and role = 'STAFF')
      or person in (select coordinators_of(circle, moment))
      or exists (
        select from (select (moment at time zone 'Europe/Brussels')::date as day) today, employment job
          join circle_membership member on member.organisation_id = job.organisation_id and member.circle_id = circle
        where job.person_id = person and job.from_date <= day and (job.to_date is null or job.to_date > day)
          and member.from_date <= day and (member.to_date is null or member.to_date > day))`,
  `create or replace function may_attend_session(session text, person text, moment timestamptz) returns boolean
    language sql stable parallel safe
    return exists (
      select from event_session one join track on track.id = one.track_id join event on event.id = one.event_id
      where one.id = session and (
        track.kind <> 'PRIVATE'
        or exists (select from session_invitation invited where invited.session_id = one.id and invited.person_id = person)
        or exists (select from staff_role where staff_role.person_id = person and role = 'STAFF')
        or person in (select coordinators_of(event.circle_id, moment))
        or exists (select from employment job join organisation employer on employer.id = job.organisation_id,
            (select (moment at time zone 'Europe/Brussels')::date as day) today
          where job.person_id = person and job.from_date <= day and (job.to_date is null or job.to_date > day)
            and (employer.id = one.vendor_organisation_id or one.vendor_organisation_id = any (employer.predecessor_ids)))))`,
];

/** Coordinating a circle opens something only to who belongs to the community on the day. */
export class CoordinatorsWhoBelong1763922000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Rights are not given back: restore a backup instead.');
  }
}
