import { anonymous } from '@lokaal/shared/auth';
import { absentSolutionId, FakeSubgraph, measurementId, organisationIds, solutionId } from './fake-subgraphs.js';
import { startGraph, transports, type Graph } from './graph.js';

const identity = { identify: async (who?: string) => (who ? { ...anonymous, personId: 'person-1' } : anonymous) };
const signedIn = { authorization: 'somebody' };

describe.each(transports)('node(id) of a type that another subgraph owns, %s', (transport) => {
  let graph: Graph;
  const data = async (query: string, variables = {}, headers = {}) =>
    (await graph.ask(query, { variables, headers })).body.data;
  beforeAll(async () => {
    graph = await startGraph({ transport, identity });
  });
  afterAll(() => graph.close());

  it('is there when its owner has it', async () => {
    const query = 'query($id: ID!) { node(id: $id) { id ... on Solution { name } } }';
    expect(await data(query, { id: solutionId })).toEqual({ node: { id: solutionId, name: 'Burgerzaken' } });
  });

  it.each(['id', '__typename'])('is null when its owner has it not, asked for %s alone', async (field) => {
    expect(await data(`{ node(id: "${absentSolutionId}") { ${field} } }`)).toEqual({ node: null });
  });

  it('is null for who may not see it, and there for who may', async () => {
    const query = `{ ...F } fragment F on Query { it: node(id: "${measurementId}") { __typename } }`;
    expect(await data(query)).toEqual({ it: null });
    expect(await data(query, {}, signedIn)).toEqual({ it: { __typename: 'MaturityMeasurement' } });
  });

  it.each([absentSolutionId, measurementId])('is null when a default of a variable asks for it: %s', async (id) => {
    expect(await data(`query($id: ID! = "${id}") { node(id: $id) { __typename id } }`)).toEqual({ node: null });
    const list = `query($ids: [ID!]! = ["${solutionId}", "${id}"]) { nodes(ids: $ids) { __typename } }`;
    expect(await data(list)).toEqual({ nodes: [{ __typename: 'Solution' }, null] });
  });

  it('works in lists, keeps their order and asks each owner once', async () => {
    const ids = [absentSolutionId, organisationIds[0], solutionId, measurementId, 'nonsense'];
    const before = graph.subgraphs.catalogue.requests.length;
    const query = `query($ids: [ID!]!) { nodes(ids: $ids) { __typename } one: node(id: "${solutionId}") { __typename } }`;
    expect(await data(query, { ids })).toEqual({
      nodes: [null, { __typename: 'Organisation' }, { __typename: 'Solution' }, null, null],
      one: { __typename: 'Solution' },
    });
    expect(graph.subgraphs.catalogue.requests).toHaveLength(before + 1);
  });

  it('asks nobody else about a type of the community', async () => {
    const before = graph.subgraphs.catalogue.requests.length;
    expect(await data(`{ node(id: "${organisationIds[0]}") { __typename } }`)).toEqual({
      node: { __typename: 'Organisation' },
    });
    expect(graph.subgraphs.catalogue.requests).toHaveLength(before);
  });
});

it('node(id) is null with an error when its owner cannot say', async () => {
  const catalogue = new FakeSubgraph('catalogue');
  catalogue.execute = () => Promise.reject(new Error('down'));
  const graph = await startGraph({ replace: { catalogue } });
  const { body } = await graph.ask(`{ nodes(ids: ["${organisationIds[0]}", "${solutionId}"]) { id } }`);
  await graph.close();
  expect(body).toEqual({
    data: { nodes: [{ id: organisationIds[0] }, null] },
    errors: [
      {
        message: 'The subgraph "catalogue" is unavailable.',
        path: ['nodes', 1],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'catalogue' },
      },
    ],
  });
});
