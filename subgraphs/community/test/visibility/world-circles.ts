import { Given, type Row } from '../given.js';
import { hashOfToken } from '../../src/features/identity/secret-token.js';
import type { NamedRows } from './named-rows.js';
import type { People } from './viewers.js';

/** What a calendar program knows. */
export const feedToken = 'f'.repeat(43);

export async function addCircles(world: NamedRows, { owner, coordinator }: People): Promise<void> {
  const given = new Given(world.on);
  const circle = await world.add('KnowledgeCircle', given.circle({ internal_notes: 'Nog te bellen.' }));
  await given.coordinator(circle, coordinator);
  await world.add('CircleMembership', given.membership(circle, world.row('third')));
  const asked = { circle_id: circle.id, organisation_id: world.row('town').id, requested_at: '2026-10-01T09:00:00Z' };
  await world.insert('CircleAccession', 'circle_accession', asked);
  const trajectory = { circle_id: circle.id, building_block: 'Adressen', disseminated_on: '2026-01-15' };
  await world.insert('CircleTrajectory', 'circle_trajectory', trajectory);
  const feed = { person_id: owner.id, kind: 'MY_AGENDA', token_hash: hashOfToken(feedToken) };
  await world.insert('CalendarFeed', 'calendar_feed', feed);
  await given.cohorts();
  await world.add('Cohort', (await world.on.sql<Row>('select id from cohort order by id limit 1'))[0]!);
}
