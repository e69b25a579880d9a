import '../../../../../shared/test/matchers.js';
import { type OperationDefinitionNode, parse } from 'graphql';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import {
  employee,
  Given,
  type GivenOrganisation,
  type GivenPerson,
  inRoles,
  type Row,
  signedIn,
  staff,
  statementsOf,
  startCommunity,
} from '../../../test/given.js';
import { active, expired, GivenMembership, inGrace } from '../../../test/given-membership.js';

let on: TestSubgraph;
let given: Given;
let town: GivenOrganisation;
let circle: Row;
let jobs: Row[];
let open: GivenPerson;
let hidden: GivenPerson;
let colleague: GivenPerson;
let outsider: GivenPerson;
/** Works nowhere, and is no member. */
let stranger: GivenPerson;
let effectiveMember: GivenPerson;
let elsewhere: GivenOrganisation;

/** Open is in the member directory, Hidden is not; both work for the town and coordinate the circle. */
beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  [town, elsewhere] = [await given.authority(), await given.authority()];
  open = await given.person({ name: 'Oona Open', consent_directory: true });
  hidden = await given.person({ name: 'Hilde Hidden' });
  colleague = await given.person({ name: 'Karel Collega' });
  outsider = await given.person({ name: 'Bram Buiten' });
  stranger = await given.person({ name: 'Vera Vreemd' });
  jobs = [await given.employment(open, town), await given.employment(hidden, town)];
  await given.employment(colleague, town);
  await given.employment(outsider, elsewhere);
  effectiveMember = await given.person({ name: 'Edda Effectief' });
  await new GivenMembership(on).effectiveApproved(effectiveMember);
  circle = await given.circle();
  await given.membership(circle, town);
  for (const person of [open, hidden]) await given.appointed(circle, person);
  await given.cohorts();
});

const PERSON = 'id name email';

type Path = readonly [query: string, variables?: () => Record<string, unknown>];

/** Every way to a person, as a query and what it needs. */
const paths: Readonly<Record<string, Path>> = {
  'the list of people': [`{ people { nodes { ${PERSON} } } }`],
  'edges of the list of people': [`{ people { edges { node { ${PERSON} } } } }`],
  'an alias': [`{ others: people { rows: nodes { ${PERSON} } } }`],
  'a fragment': [
    `{ people { ...all } } fragment all on PersonConnection { nodes { ... on Node { ...one } } }
    fragment one on Person { ${PERSON} }`,
  ],
  'the last page': [`{ people(last: 100) { nodes { ${PERSON} } } }`],
  'search by name': [
    `{ hidden: people(search: "hilde hidden") { nodes { ${PERSON} } }
    open: people(search: "oona open") { nodes { ${PERSON} } } }`,
  ],
  'search with a typing error': [
    `{ hidden: people(search: "hilde hiden") { nodes { ${PERSON} } }
    open: people(search: "oona opn") { nodes { ${PERSON} } } }`,
  ],
  'a filter by name': [
    `{ people(filter: { or: [{ name: { eq: "Hilde Hidden" } }, { name: { startsWith: "oona" } }] }) {
    nodes { ${PERSON} } } }`,
  ],
  'a filter by who it is not': [`{ people(filter: { not: { name: { eq: "nobody" } } }) { nodes { ${PERSON} } } }`],
  'an order': [`{ people(orderBy: { field: NAME, direction: DESC }) { nodes { ${PERSON} } } }`],
  'node, by a guessed id': [
    `query ($a: ID!, $b: ID!) { a: node(id: $a) { ... on Person { ${PERSON} } } b: node(id: $b) { ... on Person { ${PERSON} } } }`,
    () => ({ a: open.id, b: hidden.id }),
  ],
  'nodes, by guessed ids': [
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { ${PERSON} } } }`,
    () => ({ ids: [open.id, hidden.id] }),
  ],
  'node of an employment': [
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Employment { person { ${PERSON} } } } }`,
    () => ({ ids: jobs.map(({ id }) => id) }),
  ],
  '_entities of the person': [
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { ${PERSON} } } }`,
    () => ({ of: [open, hidden].map(({ id }) => ({ __typename: 'Person', id })) }),
  ],
  '_entities of the employment': [
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Employment { person { ${PERSON} } } } }`,
    () => ({ of: jobs.map(({ id }) => ({ __typename: 'Employment', id })) }),
  ],
  '_entities of the organisation': [
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organisation { employments { nodes { person { ${PERSON} } } } } } }`,
    () => ({ of: [{ __typename: 'Organisation', id: town.id }] }),
  ],
  'the organisation that employs them': [
    `query ($id: ID!) { organisation(id: $id) { employments { nodes { person { ${PERSON} } } } } }`,
    () => ({ id: town.id }),
  ],
  'two aliases of one relation': [
    `query ($id: ID!) { organisation(id: $id) { a: employments(first: 2) { nodes { person { ${PERSON} } } }
      b: employments(last: 2) { edges { node { person { ${PERSON} } } } } } }`,
    () => ({ id: town.id }),
  ],
  'the municipality, its organisations and their people': [
    `{ municipalities { nodes { organisations { nodes { employments { nodes { person { ${PERSON} } } } } } } } }`,
  ],
  'the coordinators of a circle': [
    `query ($id: ID!) { knowledgeCircle(id: $id) { coordinators { nodes { ${PERSON} } } } }`,
    () => ({ id: circle.id }),
  ],
  'the circle of an organisation': [
    `query ($id: ID!) { organisation(id: $id) { knowledgeCircle { coordinators(search: "hidden open") { nodes { ${PERSON} } }
      all: coordinators { nodes { ${PERSON} } } } } }`,
    () => ({ id: town.id }),
  ],
  'a cohort and its organisations': [
    `{ cohorts { nodes { organisations { nodes { employments { nodes { person { ${PERSON} } } } } } } } }`,
  ],
};

async function seen(viewer: Viewer, path: Path): Promise<string[]> {
  const [query, variables = () => ({})] = path;
  const { data, errors } = await on.as(viewer).run(query, variables());
  expect(errors).toBeUndefined();
  const answer = JSON.stringify(data);
  return [open, hidden].filter(({ id, name }) => answer.includes(id) || answer.includes(name)).map(({ name }) => name);
}

async function emails(viewer: Viewer, path: Path): Promise<string[]> {
  const [query, variables = () => ({})] = path;
  const answer = JSON.stringify(await on.as(viewer).run(query, variables()));
  return [open, hidden].filter(({ email }) => answer.includes(email)).map(({ name }) => name);
}

describe.each(Object.entries(paths))('by %s', (_name, path) => {
  it('the anonymous see nobody', async () => {
    expect(await seen(anonymous, path)).toEqual([]);
  });

  it('an account alone shows nobody', async () => {
    const viewer = signedIn(stranger);
    expect([await seen(viewer, path), await emails(viewer, path)]).toEqual([[], []]);
  });

  it('who works elsewhere, and effective members, see the member directory, without e-mail addresses', async () => {
    const viewers = [employee(outsider, elsewhere), signedIn(effectiveMember)];
    for (const viewer of viewers)
      expect([await seen(viewer, path), await emails(viewer, path)]).toEqual([['Oona Open'], []]);
  });

  it.each(['DPO', 'CISO', 'PORTFOLIO_EDITOR', 'MEMBER_CONTACT', 'ICT_MANAGER'])(
    'a %s sees colleagues, with e-mail addresses',
    async (role) => {
      const viewer = inRoles(employee(colleague, town), role);
      const both = ['Oona Open', 'Hilde Hidden'];
      expect([await seen(viewer, path), await emails(viewer, path)]).toEqual([both, both]);
    },
  );

  it.each([['READER'], ['VENDOR_EDITOR'], []])(
    'colleagues whose only role is %s see the member directory',
    async (...roles) => {
      const viewer = inRoles(employee(colleague, town), ...roles);
      expect([await seen(viewer, path), await emails(viewer, path)]).toEqual([['Oona Open'], []]);
    },
  );

  it('who only reads sees the own e-mail address', async () => {
    const viewer = employee(hidden, town);
    expect([await seen(viewer, path), await emails(viewer, path)]).toEqual([
      ['Oona Open', 'Hilde Hidden'],
      ['Hilde Hidden'],
    ]);
  });

  it('a role at another organisation shows nobody', async () => {
    const both = employee(colleague, town, elsewhere);
    const [here, there] = both.employments;
    const viewer = { ...both, employments: [here!, { ...there!, roles: ['DPO', 'MEMBER_CONTACT'] }] };
    expect([await seen(viewer, path), await emails(viewer, path)]).toEqual([['Oona Open'], []]);
  });

  it('people see themselves, with the e-mail address', async () => {
    const viewer = signedIn(hidden);
    expect([await seen(viewer, path), await emails(viewer, path)]).toEqual([['Hilde Hidden'], ['Hilde Hidden']]);
  });

  it('staff see everybody, with e-mail addresses', async () => {
    const viewer = staff(outsider);
    const both = ['Oona Open', 'Hilde Hidden'];
    expect([await seen(viewer, path), await emails(viewer, path)]).toEqual([both, both]);
  });

  it('one statement answers a root field', async () => {
    const [query] = path;
    const { selectionSet } = parse(query).definitions[0] as OperationDefinitionNode;
    for (const viewer of [inRoles(employee(colleague, town), 'DPO'), signedIn(effectiveMember)])
      expect(await statementsOf(() => seen(viewer, path))).toBe(selectionSet.selections.length);
  });
});

describe('how many there are', () => {
  const COUNTS = `query ($town: ID!, $circle: ID!) { people { totalCount }
    named: people(search: "hidden") { totalCount pageInfo { hasNextPage endCursor } }
    organisation(id: $town) { employments { totalCount } } knowledgeCircle(id: $circle) { coordinators { totalCount } } }`;

  it.each<[string, () => Viewer, number[]]>([
    ['the anonymous', () => anonymous, [0, 0, 0, 0]],
    ['who made an account', () => signedIn(stranger), [1, 0, 0, 0]],
    ['an effective member', () => signedIn(effectiveMember), [2, 0, 1, 1]],
    ['an outsider', () => employee(outsider, elsewhere), [2, 0, 1, 1]],
    ['a colleague who reads', () => employee(colleague, town), [2, 0, 2, 1]],
    ['a colleague who is DPO', () => inRoles(employee(colleague, town), 'DPO'), [3, 1, 3, 2]],
    ['staff', () => staff(outsider), [6, 1, 3, 2]],
  ])('%s counts what is visible, and nothing else', async (_who, viewer, expected) => {
    const { data } = await on.as(viewer()).run(COUNTS, { town: town.id, circle: circle.id });
    const { people, named, organisation, knowledgeCircle } = data;
    const counted = [people, named, organisation.employments, knowledgeCircle.coordinators];
    expect(counted.map(({ totalCount }) => totalCount)).toEqual(expected);
    expect([named.pageInfo.hasNextPage, named.pageInfo.endCursor !== null]).toEqual([false, named.totalCount > 0]);
  });

  it('is the same wherever a page starts: a cursor from another viewer shows nobody new', async () => {
    const PAGE = `query ($after: String) { people(first: 1, after: $after) { nodes { name } pageInfo { endCursor hasNextPage } } }`;
    const { data } = await on.as(staff(outsider)).run(PAGE, {});
    const { data: next } = await on
      .as(employee(outsider, elsewhere))
      .run(PAGE, { after: data.people.pageInfo.endCursor });
    expect(next.people).toMatchObject({ nodes: [{ name: 'Oona Open' }], pageInfo: { hasNextPage: false } });
  });
});

it.each([
  ['is in its first term', active, 1],
  ['is in its time of grace', inGrace, 1],
  ['expired', expired, 0],
  ['was given up', { ...active, cancelled_on: '2026-06-01' }, 0],
  ['is given up from later on', { ...active, cancelled_on: '2026-12-01' }, 1],
])('a membership of one’s own that %s opens the member directory, or does not', async (_state, columns, count) => {
  const person = await given.person();
  await new GivenMembership(on).effectiveApproved(person, columns);
  const { data } = await on.as(signedIn(person)).run('{ people(search: "oona open") { totalCount } }');
  expect(data.people.totalCount).toBe(count);
});

it('a membership that was only asked for opens nothing', async () => {
  const person = await given.person();
  await new GivenMembership(on).effective(person);
  const { data } = await on.as(signedIn(person)).run('{ people(search: "oona open") { totalCount } }');
  expect(data.people.totalCount).toBe(0);
});

describe('what cannot be asked', () => {
  it.each([
    ['people(filter: { email: { contains: "hidden" } })', 'GRAPHQL_VALIDATION_FAILED'],
    ['people(orderBy: { field: EMAIL })', 'BAD_USER_INPUT'],
    ['people(filter: { consentDirectory: { eq: false } })', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s, which would tell what is not shown', async (field, code) => {
    expect(await on.as(signedIn(outsider)).run(`{ ${field} { totalCount } }`)).toHaveError(code);
  });
});
