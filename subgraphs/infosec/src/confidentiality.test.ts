import { anonymous, apiKeyScopes, isAnonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { everyone } from '@lokaal/shared/read';
import '../../../shared/test/matchers.js';
import { type Answer, startForTest, type TestSubgraph } from '../../../shared/test/subgraph.js';
import { authority, ciso, employee, Given, reader, someone, staff, vendor } from '../test/given.js';
import {
  controlScoreReads,
  maturityMeasurementReads,
} from './features/maturity-measurement/maturity-measurement.reads.js';
import { infosec } from './index.js';
import { frameworkId } from './seed/reference.js';

let mockPoliciesAreOff = false;

jest.mock('./features/maturity-measurement/maturity-measurement.policy.js', () => {
  const actual = jest.requireActual<Record<string, (...given: unknown[]) => boolean>>(
    './features/maturity-measurement/maturity-measurement.policy.js',
  );
  const unlessOff =
    (name: string) =>
    (...given: unknown[]) =>
      mockPoliciesAreOff || actual[name]!(...given);
  return { ...actual, maySee: unlessOff('maySee'), mayEdit: unlessOff('mayEdit') };
});

const models = [maturityMeasurementReads, controlScoreReads] as unknown as { options: { visible: unknown } }[];
const predicates = models.map(({ options }) => options.visible);

/** Switches the first wall off: the predicates of the read models and the policies of the services. */
function switchApplicationOff(): void {
  for (const { options } of models) options.visible = () => everyone;
  mockPoliciesAreOff = true;
}

function switchApplicationOn(): void {
  models.forEach(({ options }, index) => (options.visible = predicates[index]));
  mockPoliciesAreOff = false;
}

async function switchDatabaseOff(graph: TestSubgraph): Promise<void> {
  for (const table of ['maturity_measurement', 'control_score', 'published_label'])
    await graph.sql(`alter table ${table} disable row level security`);
}

/** One authority's secrets, and who else there is. */
interface World {
  readonly theirs: string;
  readonly theirMeasurement: string;
  readonly theirScore: string;
  readonly theirLabel: string;
  readonly theirShownLabel: string;
  readonly mine: string;
  /** Others with a measurement, so that there is a group to compare with. */
  readonly crowd: readonly string[];
  readonly cursor: string;
  readonly secrets: readonly string[];
}

const canary = 'Kanarie-7f3a: het wachtwoord ligt in de lade.';
const theirDay = '2026-03-17';

async function worldOf(graph: TestSubgraph): Promise<World> {
  const given = await Given.in(graph);
  const [theirs, mine] = [authority(), authority()];
  const theirMeasurement = await given.measurement({
    authority: theirs,
    on: theirDay,
    kind: 'VERIFIED',
    scores: [2, 5],
  });
  await given.measurement({ authority: mine, on: '2026-01-01' });
  const [score] = await given.rowsOf<{ id: string }>(
    theirs,
    'select id from control_score where measurement_id = $1 limit 1',
    [theirMeasurement],
  );
  // the record is closed; what is written into it here is to be found nowhere
  await graph.sql('alter table control_score disable trigger user');
  await given.rowsOf(theirs, 'update control_score set note = $1 where measurement_id = $2', [
    canary,
    theirMeasurement,
  ]);
  await graph.sql('alter table control_score enable trigger user');
  const theirLabel = await given.label(theirs, {
    measurement_id: theirMeasurement,
    withdrawn_at: '2026-07-01T00:00:00Z',
  });
  const shown = { measurement_id: theirMeasurement, framework_id: frameworkId('2023') };
  const theirShownLabel = await given.label(theirs, shown);
  const crowd = Array.from({ length: 5 }, authority);
  for (const one of crowd) await given.measurement({ authority: one, on: '2026-01-01' });
  const { data } = await graph.as(reader(theirs)).run('{ measurements { edges { cursor } } }');
  const { cursor } = data.measurements.edges[0];
  const secrets = [theirMeasurement, score!.id, theirLabel, canary, theirDay, '"7/2"', cursor];
  return { theirs, theirMeasurement, theirScore: score!.id, theirLabel, theirShownLabel, mine, crowd, cursor, secrets };
}

const FIELDS = `id measuredOn kind result { total { exact } } scores(first: 100) { totalCount nodes { id note } } supersedes { id }`;

interface Path {
  readonly query: string;
  readonly variables?: object;
  /** Whether the authority's own reader finds its secrets here, so that it is a path at all. */
  readonly leads: boolean;
}

const entities = (selection: string, ...of: object[]): Omit<Path, 'leads'> => ({
  query: `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`,
  variables: { of },
});

const paths: Record<string, (world: World) => Path> = {
  'the root list': () => ({ query: `{ measurements { totalCount nodes { ${FIELDS} } } }`, leads: true }),
  'a filter by authority': ({ theirs }) => ({
    query: `query ($a: ID!) { measurements(filter: { authorityId: { eq: $a } }) { totalCount nodes { ${FIELDS} } } }`,
    variables: { a: theirs },
    leads: true,
  }),
  'a filter that is true of everything': ({ mine }) => ({
    query: `query ($a: ID!) { measurements(filter: { or: [{ not: { authorityId: { eq: $a } } }, { kind: { in: [SELF, VERIFIED] } }] }) {
      totalCount edges { cursor node { ${FIELDS} } } } }`,
    variables: { a: mine },
    leads: true,
  }),
  'an order': () => ({
    query: `{ measurements(orderBy: [{ field: MEASURED_ON }]) { nodes { ${FIELDS} } } }`,
    leads: true,
  }),
  'page information': () => ({
    query:
      '{ measurements(last: 1) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { measuredOn } } }',
    leads: true,
  }),
  'two aliases': () => ({
    query: `{ a: measurements(first: 1) { b: nodes { c: measuredOn } } d: measurements { e: nodes { f: id g: scores { h: nodes { i: note } } } } }`,
    leads: true,
  }),
  'fragments and @include': () => ({
    query: `query ($yes: Boolean = true) { ...Root } fragment Root on Query { measurements { ...Page @include(if: $yes) } }
      fragment Page on MaturityMeasurementConnection { nodes { ... on Node { id } ... on MaturityMeasurement { ${FIELDS} } } }`,
    leads: true,
  }),
  'a cursor of theirs': ({ cursor }) => ({
    query: `query ($c: String!) { before: measurements(before: $c) { nodes { ${FIELDS} } pageInfo { hasNextPage hasPreviousPage } }
      after: measurements(after: $c) { nodes { ${FIELDS} } pageInfo { hasNextPage hasPreviousPage } } }`,
    variables: { c: cursor },
    leads: false,
  }),
  'a reference to the measurement': ({ theirMeasurement: id }) => ({
    ...entities(`... on MaturityMeasurement { ${FIELDS} label { id } }`, { __typename: 'MaturityMeasurement', id }),
    leads: true,
  }),
  'a reference to a score': ({ theirScore: id }) => ({
    ...entities('... on ControlScore { id note documentation control { code } }', { __typename: 'ControlScore', id }),
    leads: true,
  }),
  'a reference to a withdrawn label': ({ theirLabel: id }) => ({
    ...entities('... on PublishedLabel { id level }', { __typename: 'PublishedLabel', id }),
    leads: false,
  }),
  'the organisation': ({ theirs: id }) => ({
    ...entities(
      `... on Organisation { latestMeasurement { ${FIELDS} } measurements { totalCount nodes { ${FIELDS} } } }`,
      { __typename: 'Organisation', id, predecessorIds: [] },
    ),
    leads: true,
  }),
  'an organisation with forged predecessors': ({ mine, theirs }) => ({
    ...entities(
      `... on Organisation { latestMeasurement { ${FIELDS} } measurements(filter: { measuredOn: { eq: "${theirDay}" } }) { totalCount nodes { ${FIELDS} } } }`,
      { __typename: 'Organisation', id: mine, predecessorIds: [theirs, mine, theirs] },
    ),
    leads: true,
  }),
  'the organisation of a nested organisation': ({ theirs: id }) => ({
    ...entities(
      `... on Organisation { measurements { nodes { authority { id latestMeasurement { ${FIELDS} } } supersededBy { ${FIELDS} } } } }`,
      { __typename: 'Organisation', id, predecessorIds: [id] },
    ),
    leads: true,
  }),
  'a label of somebody': () => ({
    query: `{ publishedLabels { totalCount nodes { authority { latestMeasurement { ${FIELDS} } measurements { nodes { ${FIELDS} } } } } } }`,
    leads: true,
  }),
  'a cohort of one': ({ theirs }) => ({
    ...entities(
      `... on Cohort { maturity { ... on MaturityAggregate { n total { median } } ... on AggregateSuppressed { reason } } }`,
      { __typename: 'Cohort', id: 'c', authorityIds: [theirs], overlapping: [], comparable: true },
      {
        __typename: 'Cohort',
        id: 'c',
        authorityIds: [theirs, theirs, theirs, theirs, theirs, theirs],
        overlapping: [],
        comparable: true,
      },
    ),
    leads: false,
  }),
  'own figures of a cohort': ({ theirs, mine, crowd }) => ({
    ...entities('... on Cohort { ownMaturity { measuredOn total { exact } categories { id } } }', {
      __typename: 'Cohort',
      id: 'c',
      authorityIds: [theirs, mine, ...crowd],
      overlapping: [],
      comparable: true,
    }),
    leads: true,
  }),
};

const strangers: Record<string, (world: World) => Viewer> = {
  'the CISO of another authority': ({ mine }) => ciso(mine),
  'a reader of another authority': ({ mine }) => reader(mine),
  'staff of the association': () => staff(),
  'staff that works for another authority': ({ mine }) => ({ ...ciso(mine), staffRoles: ['STAFF'] }),
  'a vendor': () => vendor(),
  'a vendor under the authority’s id': ({ theirs }) => vendor(theirs),
  'somebody who works there without a role, as an invented person would': ({ theirs }) => employee(theirs),
  'somebody without a role at its successor': ({ theirs }) => employee(authority(), { predecessors: [theirs] }),
  'an agency under the authority’s id': ({ theirs }) => employee(theirs, { roles: ['CISO'], kind: 'FLEMISH_AGENCY' }),
  'a peer of the same circle': ({ mine, theirs }) => ({ ...ciso(mine), circlePeerIds: [theirs] }),
  'a person without work': () => someone(),
  'a system of the authority itself, with every scope': ({ theirs }) => system(theirs),
  nobody: () => anonymous,
};

/** Keys open nothing here, not even to the authority whose key it is. */
const system = (organisationId: string): Viewer => ({
  ...anonymous,
  apiKey: {
    id: newId('apikey'),
    scopes: Object.keys(apiKeyScopes),
    organisation: { organisationId, organisationKind: 'MUNICIPALITY', predecessorIds: [] },
    circlePeerIds: [organisationId],
  },
});

const revealed = (answer: Answer, { secrets }: World): string[] => {
  const text = JSON.stringify(answer);
  return secrets.filter((secret) => text.includes(secret));
};

/** Codes of the errors and refusals in an answer to one mutation. */
const codesOf = ({ data, errors = [] }: Answer): unknown[] => [
  ...errors.map(({ extensions }) => extensions['code']),
  ...Object.values((data ?? {}) as Record<string, { userErrors: { code: string }[] } | null>).flatMap(
    (payload) => payload?.userErrors.map(({ code }) => code) ?? [],
  ),
];

const walls = {
  'with both walls': { application: true, database: true },
  'with the application alone': { application: true, database: false },
  'with row level security alone': { application: false, database: true },
};

describe.each(Object.entries(walls))('%s', (_name, { application, database }) => {
  let graph: TestSubgraph;
  let world: World;

  beforeAll(async () => {
    graph = await startForTest(infosec, {});
    world = await worldOf(graph);
    if (!application) switchApplicationOff();
    if (!database) await switchDatabaseOff(graph);
  });

  afterAll(switchApplicationOn);

  describe.each(Object.entries(paths))('%s', (_path, pathOf) => {
    it.each(Object.entries(strangers))('tells %s nothing of another authority', async (_who, viewerOf) => {
      const { query, variables } = pathOf(world);
      const answer = await graph.as(viewerOf(world)).run(query, { ...variables });
      expect(revealed(answer, world)).toEqual([]);
      expect(JSON.stringify(answer)).not.toContain('MaturityAggregate');
    });
  });

  it('counts nothing of another authority', async () => {
    const COUNT =
      '{ all: measurements { totalCount } theirs: measurements(filter: { kind: { eq: VERIFIED } }) { totalCount } }';
    const { data } = await graph.as(ciso(world.mine)).run(COUNT);
    expect(data).toEqual({ all: { totalCount: 1 }, theirs: { totalCount: 0 } });
    expect((await graph.as(staff()).run(COUNT)).data).toEqual({ all: { totalCount: 0 }, theirs: { totalCount: 0 } });
  });

  const dates = { validFrom: '2026-06-01', validUntil: '2028-01-01' };
  const changes: Record<string, (world: World) => object> = {
    startMeasurement: ({ theirs: authorityId }) => ({
      authorityId,
      frameworkId: frameworkId('2025'),
      targetLevel: 'BASIC',
      measuredOn: '2026-10-01',
    }),
    scoreControls: ({ theirMeasurement: id }) => ({
      id,
      expectedVersion: 1,
      scores: [{ controlId: newId('control') }],
    }),
    submitMeasurement: ({ theirMeasurement: id }) => ({ id, expectedVersion: 1 }),
    correctMeasurement: ({ theirMeasurement: id }) => ({ id }),
    publishLabel: ({ theirMeasurement: measurementId }) => ({ measurementId, ...dates }),
    withdrawLabel: ({ theirShownLabel: id }) => ({ id, expectedVersion: 1 }),
  };

  it.each(Object.entries(changes))('%s changes nothing of another authority', async (name, inputOf) => {
    const state = `select md5(string_agg(row::text, ',' order by row::text)) as rows from (
      select to_jsonb(m) as row from maturity_measurement m where authority_id = $1
      union all select to_jsonb(s) from control_score s where authority_id = $1
      union all select to_jsonb(l) from published_label l where authority_id = $1) every`;
    const behind = async () => {
      await graph.sql(`select set_config('viewer.authorities', $1, false)`, [world.theirs]);
      return graph.sql(state, [world.theirs]);
    };
    const before = await behind();
    // with the policies off, starting runs into the wall itself: nobody is told that politely
    const refused = application || name !== 'startMeasurement' ? 'NOT_FOUND' : 'INTERNAL_SERVER_ERROR';
    const input = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation ($input: ${input}) { ${name}(input: $input) { userErrors { code message field } } }`;
    for (const viewerOf of Object.values(strangers)) {
      const viewer = viewerOf(world);
      const answer = await graph.as(viewer).run(query, { input: inputOf(world) });
      expect(revealed(answer, world)).toEqual([]);
      const code = viewer.apiKey ? 'FORBIDDEN' : isAnonymous(viewer) ? 'UNAUTHENTICATED' : refused;
      expect(codesOf(answer)).toEqual([code]);
    }
    expect(await behind()).toEqual(before);
  });
});

describe('the authority itself', () => {
  let graph: TestSubgraph;
  let world: World;

  beforeAll(async () => {
    graph = await startForTest(infosec, {});
    world = await worldOf(graph);
  });

  it.each(Object.entries(paths))('sees its own by %s, where that leads to it', async (_path, pathOf) => {
    const { query, variables, leads } = pathOf(world);
    const answer = await graph.as(reader(world.theirs)).run(query, { ...variables });
    expect(answer).not.toHaveProperty('errors');
    expect(revealed(answer, world).length > 0).toBe(leads);
  });

  it('is read by its successor, with its origin', async () => {
    const successor = reader(authority());
    const merged = { ...successor, employments: [{ ...successor.employments[0]!, predecessorIds: [world.theirs] }] };
    const { data } = await graph.as(merged).run('{ measurements { nodes { id authority { id } } } }');
    expect(data.measurements.nodes).toEqual([{ id: world.theirMeasurement, authority: { id: world.theirs } }]);
  });
});
