import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import {
  employee,
  Given,
  type GivenOrganisation,
  type GivenPerson,
  inRoles,
  type Row,
  signedIn,
  staff,
  startCommunity,
} from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let other: GivenPerson;

/** Somebody who knows colleagues, as readers do not. */
const contactAt = (organisation: GivenOrganisation): Viewer => inRoles(employee(other, organisation), 'MEMBER_CONTACT');

const JOBS = `query ($id: ID!) { organisation(id: $id) { employments { nodes {
  person { name } organisation { id } functionTitle roles from to active } } } }`;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  other = await given.person();
});

async function jobsAt({ id }: Row, viewer: Viewer) {
  const { data } = await on.as(viewer).run(JOBS, { id });
  return data.organisation.employments.nodes;
}

it('says what a person does for an organisation', async () => {
  const [town, person] = [await given.authority(), await given.person({ name: 'Oona Open', consent_directory: true })];
  await given.employment(person, town, { from: '2024-03-01', roles: ['DPO', 'CISO'], function_title: 'Consulent' });
  expect(await jobsAt(town, employee(other, await given.authority()))).toEqual([
    {
      person: { name: 'Oona Open' },
      organisation: { id: town.id },
      functionTitle: 'Consulent',
      roles: ['DPO', 'CISO'],
      from: '2024-03-01',
      to: null,
      active: true,
    },
  ]);
});

it('is active from its first day until the day before its end, on the calendar of Flanders', async () => {
  const [town, person] = [await given.authority(), await given.person()];
  await given.employment(person, town, { from: '2026-04-01', to: '2026-10-01' });
  const activeOn = async (time: string): Promise<boolean> => {
    on.clock.set(time);
    const [{ active }] = await jobsAt(town, signedIn(person));
    return active;
  };
  const active = [];
  // the first of April and of October begin at 22:00 UTC of the day before
  for (const time of ['2026-03-31T21:59Z', '2026-03-31T22:00Z', '2026-09-30T21:59Z', '2026-09-30T22:00Z'])
    active.push(await activeOn(time));
  on.clock.set('2026-11-02T09:00:00Z');
  expect(active).toEqual([false, true, true, false]);
});

it('of somebody who left is known to the organisation, but no longer by whom', async () => {
  const [town, person] = [await given.authority(), await given.person()];
  await given.employment(person, town, { to: '2026-11-02' });
  expect(await jobsAt(town, contactAt(town))).toMatchObject([{ person: null, active: false }]);
  expect(await jobsAt(town, employee(other, town))).toEqual([]);
});

it('cannot be filtered by its person, which would tell who is hidden', async () => {
  const query =
    'query ($id: ID!) { organisations { nodes { employments(filter: { personId: { eq: $id } }) { totalCount } } } }';
  expect(await on.as(signedIn(other)).run(query, { id: other.id })).toHaveError('GRAPHQL_VALIDATION_FAILED');
});

it('makes colleagues on its first day, not before', async () => {
  const [town, person] = [await given.authority(), await given.person({ name: 'Nele Nieuw' })];
  await given.employment(person, town, { from: '2026-11-03' });
  const names = async (): Promise<string[]> => {
    const { data } = await on.as(contactAt(town)).run('{ people(search: "Nele Nieuw") { nodes { name email } } }');
    return data.people.nodes.map(({ name }: { name: string }) => name);
  };
  const before = await names();
  on.clock.set('2026-11-03T09:00:00Z');
  const after = await names();
  on.clock.set('2026-11-02T09:00:00Z');
  expect([before, after]).toEqual([[], ['Nele Nieuw']]);
});

it('at a predecessor is known to the successor’s own people', async () => {
  const predecessor = await given.authority();
  const successor = await given.authority({ predecessor_ids: [predecessor.id] });
  await given.employment(await given.person(), predecessor, { to: '2025-01-01' });
  expect([
    await jobsAt(predecessor, contactAt(successor)),
    await jobsAt(successor, contactAt(predecessor)),
  ]).toMatchObject([[{ functionTitle: 'ICT-medewerker' }], []]);
});

it('at another organisation stays unknown to a colleague', async () => {
  const [town, company, person] = [await given.authority(), await given.organisation(), await given.person()];
  await given.employment(person, town);
  await given.employment(person, company);
  const query =
    'query ($id: ID!) { node(id: $id) { ... on Person { employments { nodes { organisation { id } } totalCount } } } }';
  const places = async (viewer: Viewer) => (await on.as(viewer).run(query, { id: person.id })).data.node.employments;
  expect([await places(contactAt(town)), (await places(signedIn(person))).totalCount]).toEqual([
    { nodes: [{ organisation: { id: town.id } }], totalCount: 1 },
    2,
  ]);
});

it('is found by role: who is the DPO', async () => {
  const town = await given.authority();
  const dpo = await given.person({ name: 'Dirk Dpo' });
  await given.employment(dpo, town, { roles: ['DPO'] });
  await given.employment(await given.person(), town, { roles: ['READER'] });
  const query = `query ($id: ID!) { organisation(id: $id) { employments(filter: { roles: { has: DPO } }) { nodes { person { name } } } } }`;
  const { data } = await on.as(staff(other)).run(query, { id: town.id });
  expect(data.organisation.employments.nodes).toEqual([{ person: { name: 'Dirk Dpo' } }]);
});

it.each(['node', '_entities'])('is not told of to others, by %s', async (path) => {
  const job = await given.employment(await given.person(), await given.authority());
  const query =
    path === 'node'
      ? 'query ($id: ID!) { found: node(id: $id) { ... on Employment { functionTitle } } }'
      : `query ($id: ID!) { found: _entities(representations: [{ __typename: "Employment", id: $id }]) {
          ... on Employment { functionTitle } } }`;
  const found = async (viewer: Viewer, id: string): Promise<unknown> =>
    [(await on.as(viewer).run(query, { id })).data.found].flat()[0];
  const absent = newId('employment');
  const elsewhere = employee(other, await given.authority());
  expect([
    await found(anonymous, job.id),
    await found(elsewhere, job.id),
    await found(elsewhere, absent),
    await found(staff(other), job.id),
  ]).toEqual([null, null, null, { functionTitle: 'ICT-medewerker' }]);
});
