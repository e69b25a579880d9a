import type { EntityManager } from 'typeorm';
import type { MembershipType } from './membership.enums.js';

// an organisation of which the person works for today brings its own membership; grace counts
const statement = `
  with today as (select ($2::timestamptz at time zone 'Europe/Brussels')::date as day),
  employers as (select organisation_id from employment, today
    where person_id = $1 and from_date <= day and (to_date is null or to_date > day))
  select distinct type from membership, today
  where decision = 'APPROVED' and since <= day and day < coalesce(cancelled_on, grace_until)
    and (person_id = $1 or organisation_id in (select organisation_id from employers))
  order by type`;

/** The kinds of membership from which a person has rights today: the own one, and those of whom she works for. */
export async function memberTypesOf(tx: EntityManager, personId: string, now: Date): Promise<MembershipType[]> {
  const rows = await tx.query<{ type: MembershipType }[]>(statement, [personId, now]);
  return rows.map(({ type }) => type);
}
