import { transports } from './graph.js';
import { startWholeGraph, type WholeGraph } from './whole-graph.js';

let graph: WholeGraph;

beforeAll(async () => {
  graph = await startWholeGraph();
});

const officer = 'dpo@bilzen-hoeselt.example';
const vendor = 'redactie@hoppeschans.example';

interface About {
  readonly title: string;
  readonly solutions: { readonly nodes: readonly { readonly slug: string }[] };
}

describe.each(transports)('sessions of the fair, %s', (transport) => {
  const ask = async (query: string, email?: string) => {
    const { body } = await graph.ask(
      transport,
      query,
      email === undefined ? {} : { headers: await graph.signIn(email) },
    );
    expect(body.errors).toBeUndefined();
    return body.data as never;
  };

  it('lead to the solutions that they are about, and back', async () => {
    const query = `{ event(slug: "shopt-it-2027") { sessions(first: 100, filter: { vendorOrganisationId: { isNull: false } }) {
      nodes { title solutions { nodes { slug } } } } } }`;
    const { event } = await ask(query);
    const sessions = (event as { sessions: { nodes: About[] } }).sessions.nodes;
    expect(sessions).toHaveLength(12);
    expect(sessions.filter(({ solutions }) => solutions.nodes.length !== 1)).toEqual([]);
    const { slug } = sessions[0]!.solutions.nodes[0]!;
    const back = await ask(`{ solution(slug: "${slug}") { sessions { nodes { title event { edition } } } } }`);
    const { nodes } = (back['solution'] as { sessions: { nodes: { title: string; event: { edition: number } }[] } })
      .sessions;
    expect(nodes.map(({ title, event: { edition } }) => [title, edition])).toEqual(
      [2024, 2025, 2026, 2027].map((edition) => [sessions[0]!.title, edition]),
    );
  });

  it('keep the ids of what they are about to themselves', async () => {
    const { body } = await graph.ask(transport, '{ sessions { nodes { solutionIds } } }');
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  it.each([
    ['nobody', undefined, 0],
    ['who was invited', officer, 1],
    ['the company that gives it', vendor, 1],
  ])('of the private track show to %s as far as they are for them', async (_, email, count) => {
    const query = `{ event(slug: "shopt-it-2027") { tracks(filter: { kind: { eq: PRIVATE } }) { nodes { sessions { totalCount } } } } }`;
    const { event } = await ask(query, email);
    expect(event).toEqual({ tracks: { nodes: [{ sessions: { totalCount: count } }] } });
  });
});
