import type { Subgraph } from '@lokaal/shared/graphql';
import { FakeSubgraph, solutionId } from './fake-subgraphs.js';
import { startGraph, transports, type Graph } from './graph.js';

const graphs: Graph[] = [];
afterAll(() => Promise.all(graphs.map((graph) => graph.close())));

/** A graph whose community answers this for every object of which others hold the key. */
async function start(transport: (typeof transports)[number], entity: object | null): Promise<Graph> {
  const real = new FakeSubgraph('community');
  const community: Subgraph = {
    name: 'community',
    sdl: real.sdl,
    execute: async (request) => {
      const asked = request.variables?.['representations'] as object[] | undefined;
      return asked ? { data: { _entities: asked.map(() => entity) } } : real.execute(request);
    },
    ready: () => real.ready(),
    close: () => real.close(),
  };
  const graph = await startGraph({ transport, replace: { community } });
  graphs.push(graph);
  return graph;
}

const query = '{ solutions(first: 1) { id contact { id name } } }';
const answer = { solutions: [{ id: solutionId, contact: null }] };
const complaints = ({ lines }: Graph) => lines.filter((line) => /"level":"(warn|error|fatal)"/.test(line));

describe.each(transports)('an object of another subgraph, %s', (transport) => {
  it('is null when its owner says that it is not there for this viewer: neither an error nor a line in the log', async () => {
    const graph = await start(transport, null);
    expect((await graph.ask(query)).body).toEqual({ data: answer });
    expect(complaints(graph)).toEqual([]);
  });

  it('is null with an error when its owner gives a value that the schema forbids', async () => {
    const graph = await start(transport, { __typename: 'Organisation', id: 'x', name: null });
    expect((await graph.ask(query)).body).toMatchObject({
      data: answer,
      errors: [{ path: ['solutions', 0, 'contact', 'name'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(complaints(graph)).toEqual([expect.stringContaining('invalid values')]);
  });
});
