import { formerMemberships, ictManagerId, type DemoCircle, type DemoWorld } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';

const circleRow = ({ id, name, region, foundedOn }: DemoCircle): SeedRow => ({
  id,
  name,
  description: `Lokale besturen van ${name} die samen leren en kennis delen. Demonstratiegegeven: wie lid is, is verzonnen.`,
  reference_region: region,
  founded_on: foundedOn,
  internal_notes: 'Verkennend gesprek gevoerd; toetreding bevestigd. (Demonstratiegegeven)',
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

export async function seedCircles(client: SqlClient, { circles, authorities }: DemoWorld) {
  const memberships = [
    ...circles.flatMap(({ id, memberships: own }) => own.map((one) => ({ circleId: id, ...one }))),
    ...formerMemberships(circles, authorities),
  ];
  return {
    knowledge_circle: await insertRows(client, 'knowledge_circle', circles.map(circleRow)),
    circle_membership: await insertRows(client, 'circle_membership', memberships.map(membershipRow)),
    circle_coordinator: await insertRows(client, 'circle_coordinator', circles.flatMap(coordinatorRows)),
  };
}
