import { demoSeed, dice, formerMemberships, ictManagerId, type DemoCircle, type DemoWorld } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import { seedCircleLife } from './demo-circle-life.js';
import { themeRows } from './themes.js';

const themes = themeRows.map(({ slug }) => slug);

const circleRow = ({ id, name, region, foundedOn }: DemoCircle): SeedRow => ({
  id,
  name,
  description: `Lokale besturen van ${name} die samen leren en kennis delen. Demonstratiegegeven: wie lid is, is verzonnen.`,
  reference_region: region,
  founded_on: foundedOn,
  internal_notes: 'Verkennend gesprek gevoerd; toetreding bevestigd. (Demonstratiegegeven)',
  theme_slugs: dice(demoSeed, 'circle themes', id).some(themes, 3),
});

interface Membership {
  readonly circleId: string;
  readonly authorityId: string;
  readonly from: string;
  readonly to: string | null;
}

const membershipRow = ({ circleId, authorityId, from, to }: Membership): SeedRow => ({
  id: seededId('circlemember', `${circleId}:${authorityId}:${from}`),
  circle_id: circleId,
  organisation_id: authorityId,
  from_date: from,
  to_date: to,
});

/** The ICT managers of the largest members, two in a circle of six or more. */
const coordinatorRows = ({ id, members }: DemoCircle): SeedRow[] =>
  members.slice(0, members.length >= 6 ? 2 : 1).map((one) => ({ circle_id: id, person_id: ictManagerId(one) }));

export async function seedCircles(client: SqlClient, world: DemoWorld) {
  const { circles } = world;
  const memberships = [
    ...circles.flatMap(({ id, memberships: own }) => own.map((one) => ({ circleId: id, ...one }))),
    ...formerMemberships(world),
  ];
  const founded = await insertRows(client, 'knowledge_circle', circles.map(circleRow));
  const { proposals, ...life } = await seedCircleLife(client, world);
  return {
    knowledge_circle: founded + proposals,
    ...life,
    circle_membership: await insertRows(client, 'circle_membership', memberships.map(membershipRow)),
    circle_coordinator: await insertRows(client, 'circle_coordinator', circles.flatMap(coordinatorRows)),
  };
}
