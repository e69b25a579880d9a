import { allOf, anyOf, type Condition, sql, today, type ViewerRef } from '@lokaal/shared/read';

/**
 * Whether the viewer has what is for members: by an own membership, or by one of an organisation for which the viewer
 * works, that holds today, the time of grace included; and staff.
 */
export const isOfMember = (viewer: ViewerRef): Condition =>
  allOf(viewer.isSignedIn, anyOf(viewer.isStaff, holdsToday(viewer)));

function holdsToday(viewer: ViewerRef): Condition {
  const employers = viewer.employers();
  const byEmployer = employers.certainlyEmpty ? sql`` : sql` or m.organisation_id = any(${employers.list})`;
  return sql`exists (select from membership as m where (m.person_id = ${viewer.personId}${byEmployer})
    and m.decision = 'APPROVED' and m.since <= ${today} and ${today} < coalesce(m.cancelled_on, m.grace_until))`;
}
