import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import {
  employee,
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  signedIn,
  staff,
  statementsOf,
  startCommunity,
} from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let circle: Row;
let coordinator: GivenPerson;
let member: GivenOrganisation;
let former: GivenOrganisation;

const BY_ID = `query ($id: ID!) { knowledgeCircle(id: $id) {
  name description referenceRegion foundedOn
  coordinators { nodes { name } totalCount }
  members { nodes { organisation { id } circle { id } from to active } totalCount }
  organisations { nodes { id } totalCount } } }`;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  circle = await given.circle({ name: 'Westhoek', reference_region: 'Westhoek', internal_notes: 'Moeilijk gesprek' });
  [member, former] = [await given.authority(), await given.authority()];
  await given.membership(circle, former, { from: '2015-01-01', to: '2020-01-01' });
  await given.membership(circle, member, { from: '2016-05-01' });
  coordinator = await given.person({ name: 'Cato Coördinator', consent_directory: true });
  const shy = await given.person({ name: 'Stef Stil' });
  await given.coordinator(circle, coordinator);
  await given.coordinator(circle, shy);
});

it('shows its members of then and now, and to the anonymous nobody by name', async () => {
  const { data } = await on.as(anonymous).run(BY_ID, { id: circle.id });
  expect(data.knowledgeCircle).toEqual({
    name: 'Westhoek',
    description: null,
    referenceRegion: 'Westhoek',
    foundedOn: '2010-01-01',
    coordinators: { nodes: [], totalCount: 0 },
    members: {
      nodes: [
        {
          organisation: { id: former.id },
          circle: { id: circle.id },
          from: '2015-01-01',
          to: '2020-01-01',
          active: false,
        },
        { organisation: { id: member.id }, circle: { id: circle.id }, from: '2016-05-01', to: null, active: true },
      ],
      totalCount: 2,
    },
    organisations: { nodes: [{ id: member.id }], totalCount: 1 },
  });
});

it('shows coordinators of the member directory to who belongs to the community, and all of them to staff', async () => {
  const person = await given.person();
  const coordinatorsFor = async (viewer: Viewer): Promise<unknown> =>
    (await on.as(viewer).run(BY_ID, { id: circle.id })).data.knowledgeCircle.coordinators;
  const viewers = [signedIn(person), employee(person, former), staff(person)];
  expect(await Promise.all(viewers.map(coordinatorsFor))).toEqual([
    { nodes: [], totalCount: 0 },
    { nodes: [{ name: 'Cato Coördinator' }], totalCount: 1 },
    { nodes: [{ name: 'Cato Coördinator' }, { name: 'Stef Stil' }], totalCount: 2 },
  ]);
});

it('that does not exist is null', async () => {
  expect((await on.as(anonymous).run(BY_ID, { id: 'nonsense' })).data).toEqual({ knowledgeCircle: null });
});

it('is listed, searched and filtered', async () => {
  await given.circle({ name: 'Noorderkempen', reference_region: 'Kempen' });
  const query = `query ($filter: KnowledgeCircleFilter, $search: String) {
    knowledgeCircles(filter: $filter, search: $search) { nodes { name } facets { referenceRegion { value count } } } }`;
  const names = async (variables: Record<string, unknown>): Promise<string[]> =>
    (await on.as(anonymous).run(query, variables)).data.knowledgeCircles.nodes.map(
      ({ name }: { name: string }) => name,
    );
  expect([
    await names({}),
    await names({ search: 'westhoke' }),
    await names({ filter: { referenceRegion: { eq: 'Kempen' } } }),
  ]).toEqual([['Noorderkempen', 'Westhoek'], ['Westhoek'], ['Noorderkempen']]);
});

it('costs one statement, with all that hangs below it', async () => {
  expect(await statementsOf(() => on.as(anonymous).run(BY_ID, { id: circle.id }))).toBe(1);
});
