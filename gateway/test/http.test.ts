import { gunzipSync } from 'node:zlib';
import { request as httpRequest } from 'node:http';
import { askAt, startGraph, type Graph } from './graph.js';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const code = (answer: { body: { errors?: { extensions: Record<string, unknown> }[] } }): unknown =>
  answer.body.errors?.[0]?.extensions['code'];
const endpoint = () => `${graph.url}/graphql`;
const nested = (levels: number): string => `{ self ${'{ next '.repeat(levels - 2)}{ name }${' }'.repeat(levels - 2)} }`;

describe('GraphQL over HTTP', () => {
  it.each(['application/json', 'application/graphql-response+json'])('answers as %s', async (accept) => {
    const { status, headers, body } = await graph.ask('{ whoAsks }', { headers: { accept } });
    expect([status, headers.get('content-type')]).toEqual([200, `${accept}; charset=utf-8`]);
    expect(body).toEqual({ data: { whoAsks: 'nobody' } });
  });

  it('refuses to answer as something else', async () => {
    const answer = await graph.ask('{ whoAsks }', { headers: { accept: 'text/html' } });
    expect([answer.status, code(answer)]).toEqual([406, 'BAD_REQUEST']);
  });

  it('answers a query by GET', async () => {
    const response = await fetch(`${endpoint()}?query={whoAsks}`, { headers: { 'apollo-require-preflight': 'yes' } });
    expect(await response.json()).toEqual({ data: { whoAsks: 'nobody' } });
  });

  it('refuses a mutation by GET', async () => {
    const query = encodeURIComponent('mutation { createSolution(name: "x") { id } }');
    const response = await fetch(`${endpoint()}?query=${query}`, { headers: { 'apollo-require-preflight': 'yes' } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(graph.subgraphs.catalogue.requests).toHaveLength(0);
  });

  it('refuses requests that a foreign page can make without asking the browser', async () => {
    const simple = await fetch(`${endpoint()}?query={whoAsks}`);
    const form = await fetch(endpoint(), {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{whoAsks}"}',
    });
    expect([simple.status, form.status]).toEqual([400, 400]);
  });

  it('tells the methods that it takes', async () => {
    const response = await fetch(endpoint(), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('does not stumble over a strange Host header', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'a b[', 'content-type': 'application/json' };
      const request = httpRequest(endpoint(), { method: 'POST', headers }, (response) => resolve(response.statusCode));
      request.on('error', reject).end('{"query":"{ whoAsks }"}');
    });
    expect(status).toBe(200);
  });

  it('is not stored by anybody on the way', async () => {
    expect((await graph.ask('{ whoAsks }')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('requests that are refused', () => {
  it.each([
    ['malformed JSON', '{"query":', 400, 'BAD_REQUEST'],
    ['no query', {}, 400, 'BAD_REQUEST'],
    ['a batch', [{ query: '{ whoAsks }' }], 400, 'BAD_REQUEST'],
    ['a syntax error', { query: '{ whoAsks' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ whoAsk }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an unknown operation name',
      { query: 'query A { whoAsks }', operationName: 'B' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'two operations and no name',
      { query: 'query A { whoAsks } query B { whoAsks }' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a variable of the wrong type',
      { query: 'query($n: Int) { solutions(first: $n) { id } }', variables: { n: 'x' } },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a persisted query',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
      200,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
    ['too large a body', { query: `{ whoAsks } #${'x'.repeat(300 * 1024)}` }, 413, 'BODY_TOO_LARGE'],
    ['too many tokens', { query: `{ ${'whoAsks '.repeat(2001)} }` }, 400, 'TOKENS_EXCEEDED'],
    [
      'lists in lists until the stack ends',
      { query: `{ whoAsks(x: ${'['.repeat(1_990)}` },
      400,
      'GRAPHQL_PARSE_FAILED',
    ],
    ['too deep nesting', { query: nested(13) }, 400, 'DEPTH_EXCEEDED'],
    [
      'too deep nesting in fragments',
      {
        query: `{ self { ...A } } fragment A on Chain { next { next { next { ...B } } } } fragment B on Chain ${'{ next '.repeat(9)}{ name }${' }'.repeat(9)}`,
      },
      400,
      'DEPTH_EXCEEDED',
    ],
    [
      'too deep nesting beside introspection',
      { query: nested(13).replace('{ self', '{ __schema { types { name } } self') },
      400,
      'DEPTH_EXCEEDED',
    ],
  ])('%s', async (_what, body, status, expected) => {
    const answer = await askAt(endpoint(), body);
    expect([answer.status, code(answer)]).toEqual([status, expected]);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|"stack|call stack|\\n +at /u);
  });

  it('counts a cycle of fragments without end once', async () => {
    const answer = await graph.ask('{ self { ...A } } fragment A on Chain { next { ...A } }');
    expect([answer.status, code(answer)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it('is quick about fragments that multiply', async () => {
    const fragments = Array.from(
      { length: 60 },
      (_, n) => `fragment F${n} on Chain { ...F${n + 1} ...F${n + 1} a: name }`,
    ).join(' ');
    const answer = await graph.ask(`{ self { ...F0 } } ${fragments} fragment F60 on Chain { name }`);
    expect([answer.status, code(answer)]).toEqual([400, 'SELECTIONS_EXCEEDED']);
  });

  it('allows twelve levels', async () => {
    expect((await graph.ask(nested(12))).status).toBe(200);
  });

  it('refuses an encoded body, which could inflate beyond the limit', async () => {
    const answer = await askAt(endpoint(), '{"query":"{ whoAsks }"}', { 'content-encoding': 'gzip' });
    expect([answer.status, code(answer)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('shows no query plan', async () => {
    const { body } = await graph.ask('{ whoAsks }', { headers: { 'apollo-query-plan-experimental': '1' } });
    expect(body).toEqual({ data: { whoAsks: 'nobody' } });
  });

  it('suggests no names in production', async () => {
    expect((await graph.ask('{ whoAsk }')).body.errors?.[0]?.message).toBe(
      'Cannot query field "whoAsk" on type "Query".',
    );
  });
});

describe('request ids', () => {
  it('keeps a sane one from outside, for answer, log and subgraph', async () => {
    const { headers } = await graph.ask('query Who { whoAsks }', { headers: { 'x-request-id': 'trace-12345' } });
    expect(headers.get('x-request-id')).toBe('trace-12345');
    expect(graph.subgraphs.community.requests.at(-1)).toMatchObject({
      requestId: 'trace-12345',
      operation: 'Who',
      clientAddress: '127.0.0.1',
    });
    const line = JSON.parse(graph.lines.find((one) => one.includes('trace-12345')) ?? '{}') as Record<string, unknown>;
    expect(line).toMatchObject({
      level: 'info',
      msg: 'request',
      method: 'POST',
      route: '/graphql',
      operation: 'Who',
      status: 200,
    });
  });

  it.each([`x${'y'.repeat(200)}`, 'with "quotes" inside'])('replaces a strange one: %s', async (id) => {
    const { headers } = await graph.ask('{ whoAsks }', { headers: { 'x-request-id': id } });
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/u);
  });

  it('writes no variable, token or address into the log', async () => {
    const canary = 'CanaryOfTheTest';
    await graph.ask('query($name: String!) { organisations { name } refused @skip(if: true) }', {
      variables: { name: canary },
    });
    await askAt(`${endpoint()}?token=${canary}`, { query: `mutation { createSolution(name: "${canary}") { name } }` });
    await askAt(endpoint(), `{"query": "${canary}`);
    expect(graph.lines.join('')).not.toContain(canary);
  });
});

describe('compression', () => {
  const raw = (encoding: string): Promise<{ encoding?: string; text: string }> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'accept-encoding': encoding };
      const request = httpRequest(endpoint(), { method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const { 'content-encoding': used } = response.headers;
          const body = Buffer.concat(chunks);
          resolve({ encoding: used, text: (used === 'gzip' ? gunzipSync(body) : body).toString() });
        });
      });
      request.on('error', reject).end('{"query":"{ solutions(first: 50) { id name } }"}');
    });

  it('is for those who ask', async () => {
    const [plain, zipped, refused] = await Promise.all([raw('identity'), raw('gzip'), raw('gzip;q=0, br;q=0')]);
    expect([plain.encoding, zipped.encoding, refused.encoding]).toEqual([undefined, 'gzip', undefined]);
    expect(zipped.text).toBe(plain.text);
  });
});

describe('health', () => {
  it('lives without asking anybody', async () => {
    graph.subgraphs.catalogue.isReady = false;
    expect((await fetch(`${graph.url}/livez`)).status).toBe(200);
    graph.subgraphs.catalogue.isReady = true;
  });

  it('is ready when every subgraph is', async () => {
    graph.subgraphs.catalogue.isReady = false;
    const before = await fetch(`${graph.url}/readyz`);
    graph.subgraphs.catalogue.isReady = true;
    const after = await fetch(`${graph.url}/readyz`);
    expect([before.status, await before.json()]).toMatchObject([
      503,
      { ready: false, parts: { catalogue: false, community: true } },
    ]);
    expect([after.status, await after.json()]).toMatchObject([200, { ready: true }]);
  });

  it('answers 404 elsewhere in the same form', async () => {
    const response = await fetch(`${graph.url}/nothing`);
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });
});

describe('the end', () => {
  it('finishes what is in flight, then closes the subgraphs', async () => {
    const own = await startGraph();
    const execute = own.subgraphs.community.execute.bind(own.subgraphs.community);
    let entered: () => void;
    const started = new Promise<void>((resolve) => (entered = resolve));
    own.subgraphs.community.execute = async (request) => {
      entered();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return execute(request);
    };
    const answer = own.ask('{ whoAsks }');
    await started;
    await own.close();
    expect((await answer).body).toEqual({ data: { whoAsks: 'nobody' } });
    expect(own.subgraphs.community.closed).toBe(true);
  });

  it('tells why it cannot listen', async () => {
    const port = Number(new URL(graph.url).port);
    await expect(startGraph({ port })).rejects.toThrow('another program has this port');
  });
});
