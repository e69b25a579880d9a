import { type ColumnRef, type Sql, sql, today } from '@lokaal/shared/read';

/** As what an organisation is a member today: a fact that everybody may know, unlike the membership itself. */
export const memberAs = (organisationId: ColumnRef): Sql => sql`(select type from membership
  where organisation_id = ${organisationId} and decision = 'APPROVED' and ${today} >= since
    and ${today} < coalesce(cancelled_on, grace_until))`;
