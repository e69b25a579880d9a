import { addDays, demoAccounts } from '@lokaal/shared/demo';
import { insertRows, seededId, type SqlClient } from '@lokaal/shared/seeding';

/** Neighbours that have no such plan. */
const parts = ['32006', '32030'];
const successor = { successor_nis: '32031', successor_name: 'Houthulst-Lo-Reninge (verzonnen)' };

/** Municipalities merge when a new council begins: the January after local elections, which are in 2030 and every six years. */
const nextCouncil = (lastDay: string): string =>
  `${2025 + 6 * Math.ceil((Number(lastDay.slice(0, 4)) - 2024) / 6)}-01-01`;

const circleOf = `select circle_id from circle_membership join organisation o on o.id = organisation_id
  where o.municipality_id = $1 and o.kind = 'MUNICIPALITY' and to_date is null`;

/** One merger that waits for its day. */
export async function seedPlannedMerger(client: SqlClient, lastDay: string) {
  const municipalities = parts.map((nis) => seededId('municipality', nis));
  const [circle] = (await client.query(circleOf, municipalities.slice(0, 1))).rows;
  const createdAt = `${addDays(lastDay, -24)}T09:12:00Z`;
  const plan = {
    ...successor,
    id: seededId('plannedmerger', successor.successor_nis),
    on_date: nextCouncil(lastDay),
    takes_effect_on: nextCouncil(lastDay),
    circle_id: circle?.['circle_id'] ?? null,
    planned_by_id: demoAccounts[2]!.personId,
    created_at: createdAt,
    updated_at: createdAt,
  };
  const planned = await insertRows(client, 'planned_merger', [plan]);
  await insertRows(
    client,
    'planned_merger_part',
    municipalities.map((id) => ({ planned_merger_id: plan.id, municipality_id: id })),
  );
  return { planned_merger: planned };
}
