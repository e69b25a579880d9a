import { type Among, sql, today } from '@lokaal/shared/read';
import type { MembershipEntity } from './membership.entity.js';

const quarter = sql`date_trunc('quarter', ${today}::timestamp)`;

/** As the overview of staff counts them: the present term, the last there is, ends in this quarter. */
export const lapsingThisQuarter: Among<MembershipEntity> = (_viewer, { decision, cancelledOn, to }) =>
  sql`(${decision} = 'APPROVED' and (${cancelledOn} is null or ${cancelledOn} > ${today})
    and ${to} >= ${quarter}::date and ${to} < (${quarter} + interval '3 months')::date)`;
