import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionResult } from 'graphql';
import type { SubgraphRequest } from '@lokaal/shared/graphql';
import { FakeSubgraph, invalidInput, organisationIds } from './fake-subgraphs.js';
import { startGraph, transports, type Graph, type GraphOptions, type Transport } from './graph.js';

/** An information security subgraph that answers what the test wants. */
class Infosec extends FakeSubgraph {
  constructor(private readonly answer: (request: SubgraphRequest) => Promise<unknown>) {
    super('infosec');
  }

  override async execute(request: SubgraphRequest): Promise<ExecutionResult> {
    this.requests.push(request);
    return (await this.answer(request)) as ExecutionResult;
  }
}

const labels = '{ organisations { name label { level } } }';
const unavailable = { code: 'SUBGRAPH_UNAVAILABLE', service: 'infosec' };
const late = { code: 'TIMEOUT', service: 'infosec' };

let graph: Graph | undefined;
let peer: Server | undefined;
const start = async (options: GraphOptions): Promise<Graph> => (graph = await startGraph(options));

/** A service that answers as the listener does, in place of the information security subgraph. */
async function servePeer(listener: RequestListener): Promise<{ infosec: string }> {
  peer = createServer(listener);
  await new Promise<void>((resolve) => peer!.listen(0, '127.0.0.1', resolve));
  return { infosec: `http://127.0.0.1:${(peer.address() as AddressInfo).port}/graphql` };
}

afterEach(async () => {
  await graph?.close();
  peer?.closeAllConnections();
  peer?.close();
  graph = peer = undefined;
});

const withoutLabels = (extensions: object) => ({
  status: 200,
  body: {
    data: { organisations: organisationIds.map((id) => ({ name: `Gemeente ${id.slice(-1)}`, label: null })) },
    errors: organisationIds.map((_, index) => ({
      message: expect.stringMatching(/^The subgraph "infosec"/u),
      path: ['organisations', index, 'label'],
      extensions,
    })),
  },
});

describe.each(transports)('a subgraph that fails, %s', (transport: Transport) => {
  it('costs only its own fields when it throws', async () => {
    const infosec = new Infosec(() => Promise.reject(new Error('connect to db.internal failed')));
    const { ask } = await start({ transport, replace: { infosec } });
    expect(await ask(labels)).toMatchObject(withoutLabels(unavailable));
  });

  it('costs only its own fields when it is too slow', async () => {
    const infosec = new Infosec(() => new Promise(() => undefined));
    const { ask } = await start({ transport, replace: { infosec }, limits: { fetchTimeout: 100 } });
    expect(await ask(labels)).toMatchObject(withoutLabels(late));
  });

  it.each([
    ['nothing', { data: null }],
    ['too few entities', { data: { _entities: [] } }],
    ['something else in place of entities', { data: { _entities: 'none' } }],
    ['data that is no object', { data: 7 }],
  ])('costs only its own fields when it answers %s', async (_what, result) => {
    const infosec = new Infosec(async () => result);
    const { ask } = await start({ transport, replace: { infosec } });
    expect(await ask(labels)).toMatchObject(withoutLabels(unavailable));
  });

  it('tells the end of the time for the whole request', async () => {
    const infosec = new Infosec(() => new Promise(() => undefined));
    const { ask } = await start({ transport, replace: { infosec }, limits: { requestTimeout: 150 } });
    expect(await ask(labels)).toMatchObject(withoutLabels(late));
  });

  it('is not called when the time for the request is over', async () => {
    const { ask, subgraphs } = await start({ transport, limits: { requestTimeout: 0 } });
    expect((await ask(labels)).body.errors).toMatchObject([{ extensions: { code: 'TIMEOUT', service: 'community' } }]);
    expect(subgraphs.community.requests).toHaveLength(0);
  });

  it('does not take other root fields with it', async () => {
    const infosec = new Infosec(() => Promise.reject(new Error('down')));
    const { ask } = await start({ transport, replace: { infosec } });
    expect((await ask('{ all: frameworks solutions(first: 1) { name } }')).body).toMatchObject({
      data: { all: null, solutions: [{ name: 'Burgerzaken' }] },
      errors: [{ path: ['all'], extensions: unavailable }],
    });
  });

  it('is told at the root field when the field may not be null', async () => {
    const infosec = new Infosec(() => Promise.reject(new Error('down')));
    const { ask } = await start({ transport, replace: { infosec } });
    const { body } = await ask('{ organisations { labelled } }');
    expect(body).toMatchObject({ data: null, errors: [{ path: ['organisations'], extensions: unavailable }] });
  });

  it('is told for a hundred places at most', async () => {
    const infosec = new Infosec(() => Promise.reject(new Error('down')));
    const { ask } = await start({ transport, replace: { infosec } });
    const { body } = await ask('{ solutions(first: 40) { users { name label { level } } } }');
    expect(body.errors).toHaveLength(100);
    expect(body.errors?.at(-1)).toMatchObject({
      path: ['solutions', 33, 'users', 0, 'label'],
      extensions: unavailable,
    });
  });

  it('passes expected errors on with code and path, and nothing of the input', async () => {
    const error = invalidInput();
    const infosec = new Infosec(async () => ({
      data: { _entities: [{ label: null }, { label: { level: 'BASIC' } }, { label: null }] },
      errors: [{ message: error.message, path: ['_entities', 2, 'label'], extensions: error.extensions }],
    }));
    const { ask } = await start({ transport, replace: { infosec } });
    expect((await ask(labels)).body.errors).toEqual([
      {
        message: 'The name is too long.',
        path: ['organisations', 2, 'label'],
        extensions: { code: 'BAD_USER_INPUT', field: ['name'] },
      },
    ]);
  });

  it('shows the refusals of a subgraph with their code', async () => {
    const { ask } = await start({ transport });
    expect((await ask('{ refused }')).body).toEqual({
      data: { refused: null },
      errors: [
        { message: 'The circle was not found.', path: ['refused'], extensions: { code: 'NOT_FOUND', field: ['id'] } },
      ],
    });
  });

  it('hides a bug behind its number in the log', async () => {
    const { ask, lines } = await start({ transport });
    const { body } = await ask('{ broken }', { headers: { 'x-request-id': 'request-0001' } });
    expect(body).toEqual({
      data: { broken: null },
      errors: [
        {
          message: 'Internal server error',
          path: ['broken'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-0001' },
        },
      ],
    });
    const logged = lines.filter((line) => line.includes('secret_column'));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('"requestId":"request-0001"');
    expect(logged[0]).not.toContain('jan.peeters');
  });
});

describe('a subgraph behind HTTP that answers rubbish', () => {
  const answers: [string, RequestListener][] = [
    ['status 500', (_request, response) => response.writeHead(500).end('{"data":{}}')],
    ['HTML', (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hello</h1>')],
    ['half a JSON', (_request, response) => response.writeHead(200).end('{"data":{"_entities":[')],
    ['a list', (_request, response) => response.writeHead(200).end('[]')],
    [
      'text for a list',
      (_request, response) => response.writeHead(200).end('{"data":{"_entities":[{"label":[]},{"label":3},null]}}'),
    ],
    [
      'a broken connection',
      (_request, response) => response.writeHead(200, { 'content-length': 99 }).write('{', () => response.destroy()),
    ],
    [
      'more than fits',
      (_request, response) => response.writeHead(200).end(`{"data":"${'x'.repeat(11 * 1024 * 1024)}"}`),
    ],
    ['a redirect', (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ];

  it.each(answers)('costs only its own fields: %s', async (_what, listener) => {
    const urls = await servePeer(listener);
    const { ask } = await start({ transport: 'over HTTP', urls });
    expect(await ask(labels)).toMatchObject(withoutLabels(unavailable));
  });

  it('costs only its own fields when the connection is refused', async () => {
    const { ask } = await start({ transport: 'over HTTP', urls: { infosec: 'http://127.0.0.1:1/graphql' } });
    expect(await ask(labels)).toMatchObject(withoutLabels(unavailable));
  });

  it('cannot reach into prototypes', async () => {
    const urls = await servePeer((_request, response) => {
      response
        .writeHead(200)
        .end('{"data":{"_entities":[{"__proto__":{"polluted":1},"label":null},{"label":null},{"label":null}]}}');
    });
    const { ask } = await start({ transport: 'over HTTP', urls });
    await ask(labels);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a connection that breaks', () => {
  const breakOnce = () => {
    let calls = 0;
    const listener: RequestListener = (request, response) => {
      calls += 1;
      if (calls === 1) request.socket.destroy();
      else response.writeHead(200).end('{"data":{"frameworks":["CyFun 2025"],"publishLabel":"BASIC"}}');
    };
    return { listener, calls: () => calls };
  };

  it('is tried again once for a read', async () => {
    const { listener, calls } = breakOnce();
    const { ask } = await start({ transport: 'over HTTP', urls: await servePeer(listener) });
    expect((await ask('{ frameworks }')).body).toEqual({ data: { frameworks: ['CyFun 2025'] } });
    expect(calls()).toBe(2);
  });

  it('is never tried again for a mutation', async () => {
    const { listener, calls } = breakOnce();
    const { ask } = await start({ transport: 'over HTTP', urls: await servePeer(listener) });
    expect((await ask('mutation { publishLabel(level: "BASIC") }')).body).toMatchObject({
      data: { publishLabel: null },
      errors: [{ path: ['publishLabel'], extensions: unavailable }],
    });
    expect(calls()).toBe(1);
  });
});
