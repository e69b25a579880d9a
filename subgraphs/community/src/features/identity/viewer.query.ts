import type { Pool } from 'pg';
import type { IdentityProvider, Viewer } from '@lokaal/shared/auth';
import type { Clock } from '@lokaal/shared/config';

// Everything about the viewer in one statement, prepared once per connection; nothing is cached, so that a right that is
// taken away is gone with the next request. Dates are those of the wall calendar in Flanders; a to_date is the first day
// on which something no longer holds.
const statement = `
  with today as (select ($3::timestamptz at time zone 'Europe/Brussels')::date as day),
  own as (
    select employment.organisation_id, employment.roles, organisation.kind, organisation.predecessor_ids
    from employment join organisation on organisation.id = employment.organisation_id, today
    where employment.person_id = $1 and employment.from_date <= day and (employment.to_date is null or employment.to_date > day)
  ),
  peers as (
    select distinct peer.organisation_id
    from circle_membership as mine join circle_membership as peer on peer.circle_id = mine.circle_id, today
    where mine.organisation_id in (select organisation_id from own)
      and peer.organisation_id not in (select organisation_id from own)
      and mine.from_date <= day and (mine.to_date is null or mine.to_date > day)
      and peer.from_date <= day and (peer.to_date is null or peer.to_date > day)
  )
  select json_build_object(
    'personId', person.id,
    'staffRoles', coalesce((select json_agg(role order by role) from staff_role where person_id = person.id), '[]'),
    'employments', coalesce((select json_agg(json_build_object('organisationId', organisation_id, 'organisationKind', kind,
      'roles', roles, 'predecessorIds', predecessor_ids) order by organisation_id) from own), '[]'),
    'circlePeerIds', coalesce((select json_agg(organisation_id order by organisation_id) from peers), '[]')) as viewer
  from session join person on person.id = session.person_id
  where session.id = $2 and person.id = $1 and session.ended_at is null and session.idle_until > $3 and session.expires_at > $3`;

/** Who a session belongs to, with today's rights; undefined when the session is over or the person is gone. */
export const createViewerOf =
  (pool: Pool, clock: Clock): IdentityProvider['viewerOf'] =>
  async ({ personId, sessionId }) => {
    const query = { name: 'viewer-of', text: statement, values: [personId, sessionId, clock.now().toISOString()] };
    const { rows } = await pool.query<{ viewer: Viewer }>(query);
    return rows[0]?.viewer;
  };
