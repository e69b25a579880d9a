import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous } from '@lokaal/shared/auth';
import { entityTypes, type IdPrefix, newId } from '@lokaal/shared/ids';
import { Given, staff, statementsOf, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename key: id ... on Organisation { legalName } } }';

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
});

it('finds every type of this subgraph by the prefix of its id', async () => {
  const [municipality, organisation, circle] = [
    await given.municipality(),
    await given.authority(),
    await given.circle(),
  ];
  const person = await given.person();
  const employment = await given.employment(person, organisation);
  const membership = await given.membership(circle, organisation);
  await given.cohorts();
  const [cohort] = await on.sql<{ id: string }>('select id from cohort limit 1');
  const ids = [municipality, organisation, person, employment, circle, membership, cohort].map((one) => one?.id);
  const { data } = await on
    .as(staff(person))
    .run('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
  expect(data.nodes).toEqual([
    { __typename: 'Municipality', id: municipality.id },
    { __typename: 'Organisation', id: organisation.id },
    { __typename: 'Person', id: person.id },
    { __typename: 'Employment', id: employment.id },
    { __typename: 'KnowledgeCircle', id: circle.id },
    { __typename: 'CircleMembership', id: membership.id },
    { __typename: 'Cohort', id: cohort?.id },
  ]);
});

const foreign = Object.entries(entityTypes).filter(([, { owner }]) => owner !== 'community');
it.each(foreign.map(([prefix, { type }]) => [type, prefix as IdPrefix]))(
  'answers a %s of another subgraph by its id alone',
  async (type, prefix) => {
    const id = newId(prefix);
    expect((await on.as(anonymous).run(NODE, { id })).data.node).toEqual({ __typename: type, id });
  },
);

it.each([
  '',
  'nonsense',
  'person',
  'person_',
  'person_1',
  'Person_01jq0000000000000000000000',
  'login_01jq0000000000000000000000',
  'organisation_\0',
])('answers null to %j, which is no id of this graph', async (id) => {
  const answer = await on.as(anonymous).run(NODE, { id });
  expect(answer).toEqual({ data: { node: null } });
});

it('answers null for what is not there', async () => {
  expect((await on.as(anonymous).run(NODE, { id: newId('organisation') })).data).toEqual({ node: null });
});

it('keeps the order of the ids, doubles and holes included, with one statement a type', async () => {
  const [one, two] = [
    await given.organisation({ legal_name: 'Een' }),
    await given.organisation({ legal_name: 'Twee' }),
  ];
  const circle = await given.circle();
  const solution = newId('solution');
  const ids = [two.id, 'nonsense', circle.id, one.id, solution, newId('organisation'), two.id];
  const find = async () => (await on.as(anonymous).run(NODES, { ids })).data.nodes;
  const second = { __typename: 'Organisation', key: two.id, legalName: 'Twee' };
  expect([await find(), await statementsOf(find)]).toEqual([
    [
      second,
      null,
      { __typename: 'KnowledgeCircle', key: circle.id },
      { __typename: 'Organisation', key: one.id, legalName: 'Een' },
      { __typename: 'Solution', key: solution },
      null,
      second,
    ],
    3,
  ]);
});

it('takes 100 ids at once, and refuses more', async () => {
  const ids = Array.from({ length: 101 }, () => newId('solution'));
  const [most, more] = [
    await on.as(anonymous).run(NODES, { ids: ids.slice(1) }),
    await on.as(anonymous).run(NODES, { ids }),
  ];
  expect(most.data.nodes).toHaveLength(100);
  expect(more).toHaveError('BAD_USER_INPUT');
});

it('reads through fragments on interfaces and on types', async () => {
  const { id } = await given.organisation({ legal_name: 'Een', locality: 'Gent' });
  const query = `query ($id: ID!) { node(id: $id) { ...named ... on Changeable { version } } }
    fragment named on Node { ... on Organisation { naam: legalName address { locality } } ... on Person { name } }`;
  const { data } = await on.as(anonymous).run(query, { id });
  expect(data.node).toEqual({ naam: 'Een', address: { locality: 'Gent' }, version: 1 });
});
