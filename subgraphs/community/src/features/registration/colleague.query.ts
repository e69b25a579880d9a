import { isStaff, type Viewer } from '@lokaal/shared/auth';
import type { Turn } from '../waiting-list/places.js';
import type { RegistrationEntity } from './registration.entity.js';
import { actsFor } from './registration.policy.js';

// dates are those of the calendar in Flanders; an end is the first day on which something no longer holds
const momentsElsewhere = `
  select from unnest($3::timestamptz[]) as moment, lateral (select (moment at time zone 'Europe/Brussels')::date as day) on_day
  where not exists (select from employment where person_id = $1 and organisation_id = any ($2)
    and from_date <= day and (to_date is null or to_date > day))`;

interface Worked {
  readonly personId: string;
  readonly moments: readonly Date[];
}

/** Whether the person worked at all of these moments for an organisation at which the viewer acts for colleagues today. */
async function workedThere({ tx }: Turn, viewer: Viewer, { personId, moments }: Worked): Promise<boolean> {
  const organisations = actsFor(viewer);
  if (organisations.length === 0) return false;
  return (await tx.query<unknown[]>(momentsElsewhere, [personId, organisations, moments])).length === 0;
}

/** Whether the person works today for an organisation at which the viewer acts for colleagues. */
export const actsForPerson = (turn: Turn, viewer: Viewer, personId: string): Promise<boolean> =>
  workedThere(turn, viewer, { personId, moments: [turn.now] });

const employerOf = `select legal_name as name from employment join organisation on organisation.id = organisation_id
  where person_id = $1 and organisation_id = any ($2)
    and from_date <= ($3::timestamptz at time zone 'Europe/Brussels')::date
    and (to_date is null or to_date > ($3::timestamptz at time zone 'Europe/Brussels')::date) order by name limit 1`;

/** Name of the person's employer for which the viewer acts for colleagues; undefined: the viewer does so for the association. */
export async function employerActedFor(
  { tx, now }: Turn,
  viewer: Viewer,
  personId: string,
): Promise<string | undefined> {
  const [employer] = await tx.query<{ name: string }[]>(employerOf, [personId, actsFor(viewer), now]);
  return employer?.name;
}

/** Staff, the person, and who acts for the person's organisation, where the person worked when registering too. */
export async function mayManage(
  turn: Turn,
  viewer: Viewer,
  { personId, createdAt }: Pick<RegistrationEntity, 'personId' | 'createdAt'>,
): Promise<boolean> {
  if (isStaff(viewer)) return true;
  if (personId === null) return false;
  return personId === viewer.personId || workedThere(turn, viewer, { personId, moments: [turn.now, createdAt] });
}
