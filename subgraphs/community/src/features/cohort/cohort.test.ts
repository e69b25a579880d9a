import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous } from '@lokaal/shared/auth';
import { Given, type GivenOrganisation, type Row, statementsOf, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let authorities: GivenOrganisation[];
let first: GivenOrganisation;
let circle: Row;
const ask = (query: string, variables?: Record<string, unknown>) => on.as(anonymous).run(query, variables);

const LIST = `query ($filter: CohortFilter) { cohorts(filter: $filter) {
  nodes { id family label size comparable authorityIds organisations { nodes { id } totalCount } } facets { family { value count } } } }`;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  first = await given.authority({ legal_name: 'Gemeente 1' });
  authorities = [first];
  for (const number of [2, 3]) authorities.push(await given.authority({ legal_name: `Gemeente ${number}` }));
  circle = await given.circle({ name: 'Westhoek' });
  await given.membership(circle, first);
  await given.cohorts();
});

it('has the authorities of its family, with their number and their ids', async () => {
  const ids = authorities.map(({ id }) => id).toSorted();
  const { data } = await ask(LIST, { filter: { family: { eq: 'PROVINCE' } } });
  expect(data.cohorts).toEqual({
    nodes: [
      {
        id: expect.stringMatching(/^cohort_/),
        family: 'PROVINCE',
        label: 'Provincie Antwerpen',
        size: 3,
        comparable: true,
        authorityIds: ids,
        organisations: { nodes: authorities.map(({ id }) => ({ id })), totalCount: 3 },
      },
    ],
    facets: { family: [{ value: 'PROVINCE', count: 1 }] },
  });
});

it('is not comparable when the rest of a larger one around it is small', async () => {
  const { data } = await ask(LIST, { filter: { comparable: { eq: false } } });
  expect(data.cohorts.nodes).toMatchObject([{ family: 'KNOWLEDGE_CIRCLE', label: 'Kenniskring Westhoek', size: 1 }]);
});

it('is found by its id, from its circle and from its authorities', async () => {
  const query = `query ($circle: ID!, $authority: ID!) {
    knowledgeCircle(id: $circle) { cohort { id } }
    organisation(id: $authority) { cohorts { nodes { id family } } } }`;
  const { data } = await ask(query, { circle: circle.id, authority: first.id });
  const { id } = data.knowledgeCircle.cohort;
  const { data: byId } = await ask('query ($id: ID!) { cohort(id: $id) { family } }', { id });
  const families = data.organisation.cohorts.nodes.map(({ family }: { family: string }) => family).toSorted();
  expect([byId.cohort.family, families]).toEqual(['KNOWLEDGE_CIRCLE', ['ALL', 'KNOWLEDGE_CIRCLE', 'PROVINCE']]);
});

it('that does not exist is null', async () => {
  expect((await ask('{ cohort(id: "nonsense") { id } }')).data).toEqual({ cohort: null });
});

it('brings its authorities to other subgraphs', async () => {
  const { data: list } = await ask(LIST, { filter: { family: { eq: 'ALL' } } });
  const [{ id, authorityIds }] = list.cohorts.nodes;
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Cohort { authorityIds } } }`;
  const { data } = await ask(query, { of: [{ __typename: 'Cohort', id }] });
  expect(data._entities).toEqual([{ authorityIds }]);
});

it('brings the authorities of the groups that it overlaps with, and of no others', async () => {
  const elsewhere = await given.municipality({ province: 'LIMBURG' });
  const other = await given.organisation({ kind: 'MUNICIPALITY', municipality_id: elsewhere.id });
  await given.cohorts();
  const { data: list } = await ask(LIST, { filter: { family: { eq: 'KNOWLEDGE_CIRCLE' } } });
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Cohort { overlapping } } }`;
  const { data } = await ask(query, { of: [{ __typename: 'Cohort', id: list.cohorts.nodes[0].id }] });
  const [province, flanders] = (data._entities[0].overlapping as string[])
    .map((ids) => ids.split(' ').toSorted())
    .toSorted((one, two) => one.length - two.length);
  const ids = authorities.map(({ id }) => id);
  expect([province, flanders]).toEqual([ids.toSorted(), [...ids, other.id].toSorted()]);
});

it('costs one statement, whatever is asked of it', async () => {
  expect(await statementsOf(() => ask(LIST))).toBe(1);
});
