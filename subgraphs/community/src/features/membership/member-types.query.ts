/**
 * SQL of the kinds of membership from which a person has rights at a moment, a column `type`: the own one, and those of whom
 * she works for. For statements that ask more at once; both arguments are SQL, such as $1.
 */
export const memberTypes = (personId: string, now: string): string => `
  with today as (select (${now}::timestamptz at time zone 'Europe/Brussels')::date as day),
  -- an organisation of which the person works for today brings its own membership
  employers as (select organisation_id from employment, today
    where person_id = ${personId} and from_date <= day and (to_date is null or to_date > day))
  select distinct type from today, lateral (
    -- each by its own index
    select * from membership where person_id = ${personId}
    union all
    select membership.* from membership join employers using (organisation_id)) held
  -- grace counts
  where decision = 'APPROVED' and since <= day and day < coalesce(cancelled_on, grace_until)
  order by type`;
