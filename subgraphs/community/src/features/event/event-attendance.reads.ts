import { type ColumnRef, type Sql, sql } from '@lokaal/shared/read';

const counts = sql`jsonb_build_object(
    'registered', count(*) filter (where one.state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')),
    'checkedIn', count(*) filter (where one.checked_in_at is not null),
    'attended', count(*) filter (where one.state = 'ATTENDED'),
    'noShow', count(*) filter (where one.state = 'NO_SHOW'))`;

interface Attended {
  readonly id: ColumnRef;
}

/** How many registered and came: for everybody who sees the event. */
export const attendanceOfEvent = ({ id }: Attended): Sql =>
  sql`(select ${counts} from registration one where one.event_id = ${id})`;

/** How many signed up and came: for everybody who sees the session. */
export const attendanceOfSession = ({ id }: Attended): Sql =>
  sql`(select ${counts} from session_signup one where one.session_id = ${id})`;
