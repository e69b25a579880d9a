import { employerIds, isStaff, type Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';

/** As a pool of connections and a transaction both can. */
type Query = (text: string, values: unknown[]) => Promise<{ readonly length: number }>;

const statement = `select where $2 in (select coordinators_of($1, $5))
  union all select from circle_membership where circle_id = $1 and organisation_id = any ($3)
    and from_date <= $4 and (to_date is null or to_date > $4)`;

/** Whether the viewer works for a member of the circle today, coordinates it, or is staff. */
export async function belongsToCircle(
  query: Query,
  viewer: Viewer,
  { circleId, now }: { readonly circleId: string; readonly now: Date },
): Promise<boolean> {
  if (isStaff(viewer)) return true;
  const rows = await query(statement, [circleId, viewer.personId, employerIds(viewer), dayOf(now), now]);
  return rows.length > 0;
}
