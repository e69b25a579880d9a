import { isStaff, type Viewer } from '@lokaal/shared/auth';
import type { Turn } from '../waiting-list/places.js';
import type { RegistrationEntity } from './registration.entity.js';
import { actsFor } from './registration.policy.js';

// dates are those of the calendar in Flanders; an end is the first day on which something no longer holds
const statement = `
  select from employment, (select ($3::timestamptz at time zone 'Europe/Brussels')::date as day) today
  where person_id = $1 and organisation_id = any ($2) and from_date <= day and (to_date is null or to_date > day) limit 1`;

/** Whether the person works today for an organisation at which the viewer acts for colleagues. */
export async function actsForPerson({ tx, now }: Turn, viewer: Viewer, personId: string): Promise<boolean> {
  const organisations = actsFor(viewer);
  if (organisations.length === 0) return false;
  return (await tx.query<unknown[]>(statement, [personId, organisations, now])).length > 0;
}

/** Staff, the person, and who acts for the person's organisation. */
export async function mayManage(
  turn: Turn,
  viewer: Viewer,
  { personId }: Pick<RegistrationEntity, 'personId'>,
): Promise<boolean> {
  if (isStaff(viewer)) return true;
  if (personId === null) return false;
  return personId === viewer.personId || actsForPerson(turn, viewer, personId);
}
