import { Pool } from 'pg';
import { closeBeforeDropping } from '../../../../../shared/test/database.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import {
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  staff,
  startCommunity,
} from '../../../test/given.js';
import { active, expired, GivenMembership, inGrace } from '../../../test/given-membership.js';
import { createViewerOfPerson } from '../identity/viewer.query.js';

// Who belongs to the community is asked of the viewer when something is read, and of anybody when a coordinator is
// appointed: two questions to the database, and one answer.

let on: TestSubgraph;
let given: Given;
let members: GivenMembership;
let employer: GivenOrganisation;
let pool: Pool;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  pool = new Pool({ connectionString: on.urls.server });
  closeBeforeDropping(() => pool.end());
  given = new Given(on);
  members = new GivenMembership(on);
  employer = await given.authority();
  await given.person({ name: 'Oona Open', consent_directory: true });
});

const works = (from: string, to: string | null) => (person: Row) => given.employment(person, employer, { from, to });
const isMember = (columns: Parameters<GivenMembership['effectiveApproved']>[1]) => (person: Row) =>
  members.effectiveApproved(person, columns);

/** On the day of the tests' clock, 2 November 2026. */
const people: Readonly<Record<string, readonly [belongs: boolean, arrange: (person: GivenPerson) => unknown]>> = {
  'staff of the association': [true, ({ id }) => on.sql(`insert into staff_role values ($1, 'STAFF')`, [id])],
  'who works for an organisation': [true, works('2020-01-01', null)],
  'who begins today': [true, works('2026-11-02', null)],
  'who begins tomorrow': [false, works('2026-11-03', null)],
  'who works there for the last day': [true, works('2020-01-01', '2026-11-03')],
  'who worked there until yesterday': [false, works('2020-01-01', '2026-11-02')],
  'an effective member': [true, isMember(active)],
  'an effective member in the time of grace': [true, isMember(inGrace)],
  'an effective member whose time of grace is over': [false, isMember(expired)],
  'an effective member who left today': [false, isMember({ ...active, cancelled_on: '2026-11-02' })],
  'who applied to become a member': [false, (person) => members.effective(person)],
  'who has an account and nothing else': [false, () => undefined],
};

async function readsTheDirectory({ id }: Row): Promise<boolean> {
  const viewer = await createViewerOfPerson(pool, on.clock)(id);
  const { data } = await on.as(viewer!).run('{ people(search: "oona open") { totalCount } }');
  return data.people.totalCount === 1;
}

async function mayCoordinate({ id: personId }: Row): Promise<boolean> {
  const [circle, clerk] = [await given.circle(), await given.person()];
  const mutation = `mutation ($input: AppointCoordinatorInput!) { appointCoordinator(input: $input) { userErrors { code } } }`;
  const { data } = await on.as(staff(clerk)).run(mutation, { input: { circleId: circle.id, personId } });
  return data.appointCoordinator.userErrors.length === 0;
}

it.each(Object.entries(people))('%s', async (_, [belongs, arrange]) => {
  const person = await given.person();
  await arrange(person);
  expect([await readsTheDirectory(person), await mayCoordinate(person)]).toEqual([belongs, belongs]);
});
