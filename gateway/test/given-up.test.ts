import { EventEmitter, once } from 'node:events';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type ExecutionResult } from 'graphql';
import type { SubgraphRequest } from '@lokaal/shared/graphql';
import { createLogger } from '@lokaal/shared/logging';
import type { BuiltSubgraph } from '../../shared/src/graphql/build-subgraph.js';
import { Executor } from '../../shared/src/graphql/execute.js';
import { guardRoots } from '../../shared/src/graphql/guard-roots.js';
import { TestClock } from '../../shared/test/subgraph.js';
import { definitions, FakeSubgraph } from './fake-subgraphs.js';
import { startGraph, transports, type Graph } from './graph.js';

/** Publishes labels, slowly if the test wants it, with the executor of our subgraphs. */
class Infosec extends FakeSubgraph {
  readonly begun: string[] = [];
  /** Lets it go on. */
  readonly gate = new EventEmitter();
  /** Settles when the subgraph has done all that it does for the request. */
  executed: Promise<ExecutionResult> | undefined;
  private readonly executor: Executor;

  constructor(private readonly isSlow: boolean) {
    super('infosec');
    const publishLabel = async (_: unknown, { level }: { level: string }): Promise<string> => {
      this.begun.push(level);
      if (this.isSlow && this.begun.length === 1) await once(this.gate, 'open');
      return level;
    };
    const schema = buildSubgraphSchema({
      typeDefs: parse(definitions.infosec),
      resolvers: { Mutation: { publishLabel } },
    });
    guardRoots(schema);
    const built = { schema, answers: schema } as BuiltSubgraph;
    const logger = createLogger({ service: 'infosec', level: 'silent' });
    this.executor = new Executor({ built, runner: { run: async () => null }, clock: new TestClock(), logger });
  }

  override async execute(request: SubgraphRequest): Promise<ExecutionResult> {
    this.requests.push(request);
    this.executed = this.executor.execute(request);
    return this.executed;
  }
}

let graph: Graph | undefined;
afterEach(() => graph?.close());

const TWO = 'mutation { first: publishLabel(level: "BASIC") second: publishLabel(level: "IMPORTANT") }';

const post = (query: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
});

/** Answers nothing until it is given up. */
class Slow extends FakeSubgraph {
  override async execute(request: SubgraphRequest): Promise<ExecutionResult> {
    this.requests.push(request);
    if (!request.signal!.aborted) await once(request.signal!, 'abort');
    throw new Error('nobody waits');
  }
}

describe.each(transports)('a request that the gateway gave up, %s', (transport) => {
  it('begins no further change', async () => {
    const infosec = new Infosec(true);
    graph = await startGraph({ transport, replace: { infosec }, limits: { requestTimeout: 300 } });
    const { body } = await graph.ask(TWO);
    expect(body.errors).toMatchObject([{ extensions: { code: 'TIMEOUT' } }, { extensions: { code: 'TIMEOUT' } }]);
    const { signal } = infosec.requests[0]!;
    if (!signal!.aborted) await once(signal!, 'abort');
    infosec.gate.emit('open');
    await infosec.executed;
    expect(infosec.begun).toEqual(['BASIC']);
  });

  it('is not one of changes whose client hangs up', async () => {
    const infosec = new Infosec(true);
    graph = await startGraph({ transport, replace: { infosec } });
    const controller = new AbortController();
    const answer = fetch(`${graph.url}/graphql`, { ...post(TWO), signal: controller.signal });
    while (infosec.begun.length === 0) await new Promise(setImmediate);
    controller.abort();
    await expect(answer).rejects.toThrow('aborted');
    infosec.gate.emit('open');
    await infosec.executed;
    expect(infosec.begun).toEqual(['BASIC', 'IMPORTANT']);
  });

  it('is one of reads whose client hangs up', async () => {
    const infosec = new Slow('infosec');
    graph = await startGraph({ transport, replace: { infosec } });
    const controller = new AbortController();
    const answer = fetch(`${graph.url}/graphql`, { ...post('{ frameworks }'), signal: controller.signal });
    while (infosec.requests.length === 0) await new Promise(setImmediate);
    const lines = graph.lines.length;
    controller.abort();
    await expect(answer).rejects.toThrow('aborted');
    const { signal } = infosec.requests[0]!;
    if (!signal!.aborted) await once(signal!, 'abort');
    expect(graph.lines.slice(lines).join()).not.toContain('a fetch failed');
  });

  it('makes every change when it is in time', async () => {
    const infosec = new Infosec(false);
    graph = await startGraph({ transport, replace: { infosec } });
    expect((await graph.ask(TWO)).body).toEqual({ data: { first: 'BASIC', second: 'IMPORTANT' } });
    expect(infosec.requests[0]!.signal!.aborted).toBe(false);
  });
});
