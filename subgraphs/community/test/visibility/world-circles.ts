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
  await addMergers(world);
  await given.cohorts();
  const [region] = await world.on.sql<Row>('select id from reference_region order by name limit 1');
  await world.add('ReferenceRegion', region!);
  await world.add('Cohort', (await world.on.sql<Row>('select id from cohort order by id limit 1'))[0]!);
}

/** Of the owner's authority: one that waits for its day, and one that did not come about. */
async function addMergers(world: NamedRows): Promise<void> {
  const plan = async (name: string, columns: object) => {
    const successor = { successor_nis: '11990', successor_name: 'Fusiegemeente', ...columns };
    const { id } = await world.insert(name, 'planned_merger', {
      on_date: '2027-01-01',
      takes_effect_on: '2027-01-01',
      ...successor,
    });
    await world.on.sql(
      `insert into planned_merger_part (planned_merger_id, municipality_id, is_planned)
        select $1, municipality_id, $3 from organisation where id = $2`,
      [id, world.row('town').id, !('state' in columns)],
    );
  };
  await plan('PlannedMerger', {});
  const failed = { state: 'FAILED', failure: 'Bestond niet meer.', decided_at: '2026-01-01T00:00:00Z' };
  await plan('PlannedMerger that failed', failed);
}
