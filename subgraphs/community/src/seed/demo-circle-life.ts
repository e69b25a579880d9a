import {
  addDays,
  demoAccounts,
  dayBetween,
  demoSeed,
  dice,
  type DemoAuthority,
  type DemoCircle,
  type DemoProposal,
  type DemoWorld,
  type Dice,
  ictManagerId,
  momentOn,
} from '@lokaal/shared/demo';
import { buildingBlocks } from '../features/circle-trajectory/building-blocks.js';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';

/** How far a circle is with a building block is invented. */
const blockNames = buildingBlocks.map(({ name }) => name);

const notes = [
  'Voorgesteld op de kring; twee leden nemen het op in hun planning.',
  'Eerste leden gebruiken het; vragen over de koppeling worden gebundeld.',
  'Gedeelde handleiding gemaakt en aan de leverancier teruggekoppeld.',
  'Afgesproken als gemeenschappelijke werkwijze van alle leden.',
];

const stageColumns = ['disseminated_on', 'adopted_on', 'innovated_on', 'standardised_on'] as const;
/** Half a year to a year from one stage to the next. */
const stageDays = [150, 380] as const;

/** Stages follow each other until the present, or until the circle got no further. */
function stageDates(by: Dice, foundedOn: string, lastDay: string): (string | null)[] {
  const reached = by.between(1, stageColumns.length);
  let day = dayBetween(by, foundedOn > '2022-01-01' ? foundedOn : '2022-01-01', '2025-12-31');
  return stageColumns.map((_column, index) => {
    if (index > 0) day = addDays(day, by.between(...stageDays));
    return index < reached && day <= lastDay ? day : null;
  });
}

function trajectoryRow({ id, foundedOn }: DemoCircle, block: string, lastDay: string): SeedRow {
  const by = dice(demoSeed, 'trajectory', id, block);
  const dates = stageDates(by, foundedOn, lastDay);
  const reached = dates.filter((day) => day !== null).length;
  return {
    id: seededId('trajectory', `${id}:${block}`),
    circle_id: id,
    building_block: block,
    ...Object.fromEntries(stageColumns.map((column, index) => [column, dates[index] ?? null])),
    note: `${notes[reached - 1]} (Demonstratiegegeven)`,
  };
}

const trajectoryRows = ({ circles, lastDay }: DemoWorld): SeedRow[] =>
  circles.flatMap((circle) => {
    const by = dice(demoSeed, 'trajectories', circle.id);
    return by.some(blockNames, by.between(1, 3)).map((block) => trajectoryRow(circle, block, lastDay));
  });

interface Asked {
  readonly circleId: string;
  readonly authority: DemoAuthority;
  readonly motivation: string | null;
  /** Why it was declined. */
  readonly declined?: string;
}

function accessionRow({ circleId, authority, motivation, declined }: Asked, lastDay: string): SeedRow {
  const by = dice(demoSeed, 'accession', circleId, authority.key);
  const day = dayBetween(by, addDays(lastDay, -150), addDays(lastDay, -30));
  return {
    id: seededId('circleaccession', `${circleId}:${authority.key}`),
    circle_id: circleId,
    organisation_id: authority.id,
    state: declined === undefined ? 'REQUESTED' : 'DECLINED',
    motivation,
    requested_at: momentOn(by, day),
    requested_by_id: ictManagerId(authority),
    decided_at: declined === undefined ? null : momentOn(by, addDays(day, 21)),
    decline_reason: declined ?? null,
  };
}

/** A proposal that waits for its exploratory talk, and who asks for it. */
function proposal({ name, founders }: DemoProposal): { circle: SeedRow; founders: Asked[] } {
  const id = seededId('circle', `proposal:${name}`);
  const circle = {
    id,
    name,
    description: 'Voorstel: besturen zonder kring die er samen een willen oprichten. Demonstratiegegeven.',
    reference_region: null,
    founded_on: null,
    internal_notes: 'Verkennend gesprek nog te plannen. (Demonstratiegegeven)',
    theme_slugs: [],
  };
  return { circle, founders: founders.map((authority) => ({ circleId: id, authority, motivation: null })) };
}

const motivation =
  'Onze buurgemeenten zijn lid; we willen samen leren over informatieveiligheid. (Demonstratiegegeven)';
const fullCircle = 'De kring is op dit ogenblik volzet; een buurkring heeft nog plaats. (Demonstratiegegeven)';

/** Some of the others ask to join the nearest circle; one of them was declined. The contact person who is shown asks by hand. */
const requests = (outsiders: DemoWorld['outsiders']): Asked[] =>
  outsiders
    .filter(({ authority }) => authority.id !== demoAccounts[3]!.organisationId)
    .slice(0, 6)
    .map(({ authority, near }, index) => ({
      circleId: near.id,
      authority,
      motivation,
      ...(index === 0 && { declined: fullCircle }),
    }));

/** What goes on in circles: proposals, requests to join, and trajectories of building blocks. */
export async function seedCircleLife(client: SqlClient, world: DemoWorld) {
  const proposed = world.proposals.map(proposal);
  const asked = [...proposed.flatMap(({ founders }) => founders), ...requests(world.outsiders)];
  const rows = proposed.map(({ circle }) => circle);
  return {
    proposals: await insertRows(client, 'knowledge_circle', rows),
    circle_accession: await insertRows(
      client,
      'circle_accession',
      asked.map((one) => accessionRow(one, world.lastDay)),
    ),
    circle_trajectory: await insertRows(client, 'circle_trajectory', trajectoryRows(world)),
  };
}
