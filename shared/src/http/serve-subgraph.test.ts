import { Writable } from 'node:stream';
import { GraphQLError } from 'graphql';
import { anonymous, createRequestSigner, type IdentityProvider } from '../auth/index.js';
import type { Subgraph, SubgraphRequest } from '../graphql/subgraph.js';
import { createLogger } from '../logging/index.js';
import { serveSubgraph, type SubgraphServer } from './serve-subgraph.js';

const secret = 'a secret of the test that is long enough';
const viewer = { ...anonymous, personId: 'person_1' };
const sign = createRequestSigner(secret);
const requests: SubgraphRequest[] = [];
const lines: string[] = [];
let server: SubgraphServer;

const subgraph: Subgraph = {
  name: 'infosec',
  sdl: '',
  execute: async (request) => {
    requests.push(request);
    if (request.query === '{ broken }') return { data: null, errors: [new GraphQLError('secret cause')] };
    return { data: { answer: 'ok' } };
  },
  ready: async () => true,
  close: async () => undefined,
};
const identity: IdentityProvider = {
  jwks: async () => ({ keys: [] }),
  viewerOfIssued: async (token) => (token === 'issued' ? { viewer } : { viewer: undefined }),
  viewerOf: async ({ sessionId }) => (sessionId === 'session-1' ? viewer : undefined),
  viewerOfKey: async ({ secretHash }) => (secretHash === 'right' ? viewer : undefined),
};

beforeAll(async () => {
  const destination = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const logger = createLogger({ service: 'infosec', destination });
  server = await serveSubgraph(subgraph, { host: '127.0.0.1', port: 0, secret, logger, identity });
});
afterAll(() => server.close());

async function post(path: string, body: unknown, authorization?: string) {
  const text = JSON.stringify(body);
  const token =
    authorization ??
    `Bearer ${await sign({ viewer, requestId: 'request-1', operation: 'Reference' }, 'infosec', text)}`;
  const headers = { 'content-type': 'application/json', authorization: token };
  const response = await fetch(server.url + path, { method: 'POST', headers, body: text });
  return { status: response.status, body: (await response.json()) as unknown };
}

describe('a subgraph as a service', () => {
  it('answers the gateway, for the viewer it vouches for', async () => {
    expect(await post('/graphql', { query: '{ answer }', variables: { a: 1 } })).toEqual({
      status: 200,
      body: { data: { answer: 'ok' } },
    });
    expect(requests.at(-1)).toMatchObject({
      query: '{ answer }',
      variables: { a: 1 },
      viewer,
      requestId: 'request-1',
      operation: 'Reference',
    });
  });

  it.each(['{ answer }', '{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'])(
    'answers nobody else, not even %s',
    async (query) => {
      const before = requests.length;
      const { status, body } = await post('/graphql', { query }, '');
      expect([status, body]).toMatchObject([401, { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
      expect(requests).toHaveLength(before);
    },
  );

  it('refuses what is no GraphQL request', async () => {
    expect((await post('/graphql', { question: 1 })).status).toBe(400);
  });

  it('keeps the cause of a bug in its log', async () => {
    expect((await post('/graphql', { query: '{ broken }' })).body).toEqual({
      data: null,
      errors: [
        { message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' } },
      ],
    });
    expect(lines.find((line) => line.includes('secret cause'))).toContain('"requestId":"request-1"');
  });

  it('tells its public keys to everybody and viewers to the gateway', async () => {
    expect(await (await fetch(`${server.url}/.well-known/jwks.json`)).json()).toEqual({ keys: [] });
    expect((await post('/viewer', { personId: 'person_1', sessionId: 'session-1' })).body).toEqual({ viewer });
    expect((await post('/viewer', { personId: 'person_1', sessionId: 'session-2' })).body).toEqual({ viewer: null });
    expect((await post('/viewer', { personId: 'person_1', sessionId: 'session-1' }, '')).status).toBe(401);
  });

  it('tells the gateway who has an API key, and nobody else', async () => {
    const key = { keyId: 'apikey_1', secretHash: 'right' };
    expect((await post('/viewer-of-key', key)).body).toEqual({ viewer });
    expect((await post('/viewer-of-key', { ...key, secretHash: 'wrong' })).body).toEqual({ viewer: null });
    expect((await post('/viewer-of-key', key, '')).status).toBe(401);
    expect((await post('/viewer-of-key', { keyId: 'apikey_1' })).status).toBe(400);
  });
});
