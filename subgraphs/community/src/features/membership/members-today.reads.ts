import { type ColumnRef, type Condition, type Sql, sql, today, type ViewerRef } from '@lokaal/shared/read';

/** Holds for a membership that is one today, the time of grace included. */
const holdsToday = sql`decision = 'APPROVED' and ${today} >= since and ${today} < coalesce(cancelled_on, grace_until)`;

/** As what an organisation is a member today: a fact that everybody may know, unlike the membership itself. */
export const memberAs = (organisationId: ColumnRef): Sql => sql`(select type from membership
  where organisation_id = ${organisationId} and ${holdsToday})`;

/** Whether the viewer is an effective member today. */
export const isEffectiveMember = ({ personId }: ViewerRef): Condition =>
  sql`exists (select from membership where person_id = ${personId} and ${holdsToday})`;

/** Whether an organisation for which the viewer works is a member today. */
export function worksForMember(viewer: ViewerRef): Condition {
  const employers = viewer.employers();
  if (employers.certainlyEmpty) return 'never';
  return sql`exists (select from membership where organisation_id = any(${employers.list}) and ${holdsToday})`;
}
