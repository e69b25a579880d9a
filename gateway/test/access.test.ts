import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { createServer } from '../src/server.js';
import { composeSupergraph, loggedLines, startGraph, type Graph } from './graph.js';

const viewers: Record<string, Viewer> = {
  nobody: anonymous,
  member: { ...anonymous, personId: 'person-1' },
  staff: { ...anonymous, personId: 'person-2', staffRoles: ['STAFF'] },
  system: {
    ...anonymous,
    apiKey: {
      id: 'apikey-1',
      scopes: ['CATALOGUE_WRITE'],
      organisation: { organisationId: 'organisation-2', organisationKind: 'COMPANY', predecessorIds: [] },
      circlePeerIds: [],
    },
  },
  dpo: employed('DPO'),
  dpoAndCiso: employed('DPO', 'CISO'),
};

function employed(...roles: string[]): Viewer {
  const employment = { organisationId: 'organisation-1', organisationKind: 'MUNICIPALITY', roles, predecessorIds: [] };
  return { ...anonymous, personId: 'person-3', employments: [employment] };
}

const identity = { identify: async (name = 'nobody') => viewers[name] ?? anonymous };

describe('access rules of the supergraph', () => {
  let graph: Graph;
  const ask = (who: string, query: string, variables?: Record<string, unknown>) =>
    graph.ask(query, { headers: { authorization: who }, variables });
  beforeAll(async () => {
    graph = await startGraph({ identity });
  });
  afterAll(() => graph.close());

  it.each([
    ['nobody', '{ mine }', 401, 'UNAUTHENTICATED'],
    ['nobody', '{ staffOnly }', 401, 'UNAUTHENTICATED'],
    ['member', '{ staffOnly }', 403, 'FORBIDDEN'],
    ['dpo', '{ staffOnly }', 403, 'FORBIDDEN'],
    ['system', '{ mine }', 403, 'FORBIDDEN'],
    ['system', '{ staffOnly }', 403, 'FORBIDDEN'],
    ['nobody', 'query { alias: mine }', 401, 'UNAUTHENTICATED'],
    ['nobody', '{ ...F } fragment F on Query { ... { mine } }', 401, 'UNAUTHENTICATED'],
    ['nobody', '{ whoAsks mine @include(if: true) }', 401, 'UNAUTHENTICATED'],
  ])('refuse before anything is asked: %s %s', async (who, query, status, code) => {
    const asked = graph.subgraphs.community.requests.length;
    const { status: given, body } = await ask(who, query);
    expect([given, body.errors?.[0]?.extensions]).toEqual([status, { code }]);
    expect(graph.subgraphs.community.requests).toHaveLength(asked);
  });

  it.each([
    ['member', '{ mine }'],
    ['staff', '{ staffOnly mine }'],
    ['dpoAndCiso', '{ staffOnly }'],
    ['nobody', '{ whoAsks }'],
    ['system', '{ whoAsks }'],
    ['system', '{ kept }'],
    ['member', '{ kept }'],
  ])('allow: %s %s', async (who, query) => {
    expect((await ask(who, query)).body.errors).toBeUndefined();
  });

  it.each([{ signedIn: false }, {}])('do not count what is left out: %j', async (variables) => {
    const query = 'query($signedIn: Boolean = false) { whoAsks mine @include(if: $signedIn) }';
    expect((await ask('nobody', query, variables)).body).toEqual({ data: { whoAsks: 'nobody' } });
  });

  it('count what is not left out', async () => {
    const query = 'query($signedIn: Boolean = false) { whoAsks mine @include(if: $signedIn) }';
    expect((await ask('nobody', query, { signedIn: true })).status).toBe(401);
  });

  it('are not served without being enforced', async () => {
    const { logger } = loggedLines();
    const served = createServer({ supergraph: composeSupergraph(), sources: [], logger, accessRules: false });
    await expect(served).rejects.toThrow('enforcement is switched off');
  });

  it('of a kind that nothing here enforces stop the start', async () => {
    const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@policy"])';
    const supergraph = composeSupergraph(
      {},
      { one: `${federation} type Query { secret: String @policy(policies: [["p"]]) }` },
    );
    const sources = [{ name: 'one', fetch: async () => ({}), ready: async () => true, close: async () => undefined }];
    await expect(createServer({ supergraph, sources, logger: loggedLines().logger })).rejects.toThrow();
  });
});

describe('introspection', () => {
  const schema = '{ __schema { queryType { name } } }';

  it.each([
    ['PUBLIC', 'nobody', 200],
    ['SIGNED_IN', 'nobody', 401],
    ['SIGNED_IN', 'member', 200],
    ['SIGNED_IN', 'system', 200],
    ['OFF', 'member', 400],
  ] as const)('%s, asked by %s', async (introspection, who, status) => {
    const graph = await startGraph({ identity, introspection });
    const answer = await graph.ask(schema, { headers: { authorization: who } });
    await graph.close();
    expect(answer.status).toBe(status);
  });

  it('leaves __typename to everybody', async () => {
    const graph = await startGraph({ identity, introspection: 'SIGNED_IN' });
    const { body } = await graph.ask('{ __typename }');
    await graph.close();
    expect(body).toEqual({ data: { __typename: 'Query' } });
  });
});
