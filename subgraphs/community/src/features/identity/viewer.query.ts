import type { Pool } from 'pg';
import type { IdentityProvider, Viewer } from '@lokaal/shared/auth';
import type { Clock } from '@lokaal/shared/config';
import type { EntityManager } from 'typeorm';

/** Who else is in the circles of the organisations of `acting`, on the day of `today`: a part of a `with`. */
export const circlePeers = `peers as (
    select distinct peer.organisation_id
    from circle_membership as mine join circle_membership as peer on peer.circle_id = mine.circle_id, today
    where mine.organisation_id in (select organisation_id from acting)
      and peer.organisation_id not in (select organisation_id from acting)
      and mine.from_date <= day and (mine.to_date is null or mine.to_date > day)
      and peer.from_date <= day and (peer.to_date is null or peer.to_date > day)
  )`;

// Everything about the viewer in one statement, prepared once per connection; nothing is cached, so that a right that is
// taken away is gone with the next request. Dates are those of the wall calendar in Flanders; a to_date is the first day
// on which something no longer holds.
const rightsOfPerson = `
  with today as (select ($2::timestamptz at time zone 'Europe/Brussels')::date as day),
  own as (
    select employment.organisation_id, employment.roles, organisation.kind, organisation.predecessor_ids
    from employment join organisation on organisation.id = employment.organisation_id, today
    where employment.person_id = $1 and employment.from_date <= day and (employment.to_date is null or employment.to_date > day)
  ),
  -- what circles share is for who has a role
  acting as (select organisation_id from own where cardinality(roles) > 0),
  ${circlePeers}
  select json_build_object(
    'personId', person.id,
    'staffRoles', coalesce((select json_agg(role order by role) from staff_role where person_id = person.id), '[]'),
    'employments', coalesce((select json_agg(json_build_object('organisationId', organisation_id, 'organisationKind', kind,
      'roles', roles, 'predecessorIds', predecessor_ids) order by organisation_id) from own), '[]'),
    'circlePeerIds', coalesce((select json_agg(organisation_id order by organisation_id) from peers), '[]')) as viewer`;

const ofSession = `${rightsOfPerson}
  from session join person on person.id = session.person_id
  where session.id = $3 and person.id = $1 and session.ended_at is null and session.idle_until > $2 and session.expires_at > $2`;

/** Who a session belongs to, with today's rights; undefined when the session is over or the person is gone. */
export const createViewerOf =
  (pool: Pool, clock: Clock): IdentityProvider['viewerOf'] =>
  async ({ personId, sessionId }) => {
    const query = { name: 'viewer-of', text: ofSession, values: [personId, clock.now().toISOString(), sessionId] };
    const { rows } = await pool.query<{ viewer: Viewer }>(query);
    return rows[0]?.viewer;
  };

const ofPerson = `${rightsOfPerson} from person where person.id = $1`;

/** A person with today's rights, without a session: for addresses that act for somebody. No row when the person is gone. */
export const viewerOfPersonQuery = (personId: string, now: Date) => ({
  name: 'viewer-of-person',
  text: ofPerson,
  values: [personId, now.toISOString()],
});

/** The same, within a transaction. */
export async function viewerOfPerson(tx: EntityManager, personId: string, now: Date): Promise<Viewer | undefined> {
  const [row] = await tx.query<{ viewer: Viewer }[]>(ofPerson, [personId, now]);
  return row?.viewer;
}

/** The same; undefined when the person is gone. */
export const createViewerOfPerson =
  (pool: Pool, clock: Clock) =>
  async (personId: string): Promise<Viewer | undefined> => {
    const { rows } = await pool.query<{ viewer: Viewer }>(viewerOfPersonQuery(personId, clock.now()));
    return rows[0]?.viewer;
  };
