import { type ColumnRef, type Sql, sql } from '@lokaal/shared/read';

/** How many registered and came: for everybody who sees the event. */
export const attendanceOfEvent = ({ id }: { readonly id: ColumnRef }): Sql =>
  sql`(select jsonb_build_object(
      'registered', count(*) filter (where one.state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')),
      'checkedIn', count(*) filter (where one.checked_in_at is not null),
      'attended', count(*) filter (where one.state = 'ATTENDED'),
      'noShow', count(*) filter (where one.state = 'NO_SHOW'))
    from registration one where one.event_id = ${id})`;
