import { createRequestSigner, anonymous } from '@lokaal/shared/auth';
import { askAt, secret, startGraph, transports, type Graph } from './graph.js';

const forwarded = { 'x-forwarded-for': '198.51.100.66, 203.0.113.7', forwarded: 'for=198.51.100.66' };
const graphs: Graph[] = [];
afterAll(() => Promise.all(graphs.map((graph) => graph.close())));

async function start(options: Parameters<typeof startGraph>[0]): Promise<Graph> {
  const graph = await startGraph(options);
  graphs.push(graph);
  return graph;
}

describe.each(transports)("the client's address, %s", (transport) => {
  const addressSeen = async (graph: Graph) => {
    await graph.ask('{ whoAsks }', { headers: forwarded });
    return graph.subgraphs.community.requests.at(-1)!.clientAddress;
  };

  it('is the one that connects, whatever headers it sends', async () => {
    expect(await addressSeen(await start({ transport }))).toBe('127.0.0.1');
  });

  it('is what the nearest trusted proxy saw, not what the client wrote before it', async () => {
    expect(await addressSeen(await start({ transport, trustedProxies: ['127.0.0.0/8'] }))).toBe('203.0.113.7');
  });

  it('is not what a proxy says that is not trusted', async () => {
    expect(await addressSeen(await start({ transport, trustedProxies: ['10.0.0.0/8', '2001:db8::/32'] }))).toBe(
      '127.0.0.1',
    );
  });
});

it('reaches a service in the signature only', async () => {
  const graph = await start({ transport: 'over HTTP' });
  const body = JSON.stringify({ query: '{ whoAsks }' });
  const signed = { viewer: anonymous, requestId: 'request-1', clientAddress: '203.0.113.7' };
  const authorization = `Bearer ${await createRequestSigner(secret)(signed, 'community', body)}`;
  const answer = await askAt(graph.services['community']!, body, { ...forwarded, authorization });
  expect(answer.status).toBe(200);
  expect(graph.subgraphs.community.requests.at(-1)!.clientAddress).toBe('203.0.113.7');
});
