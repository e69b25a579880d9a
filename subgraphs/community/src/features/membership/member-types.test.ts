import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { Given, type Row, startCommunity } from '../../../test/given.js';
import { expired, GivenMembership, inGrace, term } from '../../../test/given-membership.js';
import { memberTypes } from './member-types.query.js';

let on: TestSubgraph;
let given: Given;
let memberships: GivenMembership;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  memberships = new GivenMembership(on);
});

async function typesOf({ id }: Row): Promise<string[]> {
  const rows = await on.sql<{ type: string }>(memberTypes('$1', '$2'), [id, on.clock.now()]);
  return rows.map(({ type }) => type);
}

it('gives a person the rights of the own membership and of the employers of today, each once', async () => {
  const [person, town, company] = [await given.person(), await given.authority(), await given.organisation()];
  await given.employment(person, town);
  await given.employment(person, company, { to: '2026-11-02' });
  await memberships.effectiveApproved(person, inGrace);
  await memberships.accededApproved(town);
  await memberships.companyApproved(company);
  expect(await typesOf(person)).toEqual(['ACCEDED', 'EFFECTIVE']);
});

it('gives none of a membership that is expired, cancelled, still applied for or yet to begin', async () => {
  const people = [await given.person(), await given.person(), await given.person(), await given.person()] as const;
  await memberships.effectiveApproved(people[0], expired);
  await memberships.effectiveApproved(people[1], { ...inGrace, cancelled_on: '2026-11-02' });
  await memberships.effective(people[2]);
  await memberships.effectiveApproved(people[3], term('2026-11-03', '2027-11-03', '2028-02-01'));
  expect(await Promise.all(people.map(typesOf))).toEqual([[], [], [], []]);
});
