import type { SqlClient } from '@lokaal/shared/seeding';
import { waiting } from '../features/staff-digest/waiting.sql.js';

/** Staff know what waits for them when the demonstration begins: a start sends no mail of it. */
export async function seedStaffNotices(client: SqlClient, lastDay: string) {
  const told = await client.query(
    `${waiting} insert into staff_notice (record_id, told_at) select id, $1 from waiting returning record_id`,
    [`${lastDay}T08:00:00Z`],
  );
  return { staff_notice: told.rows.length };
}
