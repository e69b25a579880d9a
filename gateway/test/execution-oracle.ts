import { createHash } from 'node:crypto';
import { ApolloGateway } from '@apollo/gateway';
import { getOperationAST, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createExecutor } from '../src/execution/executor.js';
import type { Federation } from './execution-federations.js';
import { AnyFetcher, type Faults } from './execution-subgraphs.js';
import { composeSupergraph } from './graph.js';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export interface Asked {
  readonly text: string;
  readonly document: DocumentNode;
  readonly variables?: Record<string, unknown>;
}

/** What an executor answered, and what it asked of the subgraphs for it. */
export interface Outcome {
  readonly result: ExecutionResult;
  readonly fetches: readonly string[];
}

export interface Pair {
  readonly schema: GraphQLSchema;
  readonly subgraphs: ReadonlyMap<string, AnyFetcher>;
  /** Apollo's executor and ours, asked the same. */
  ask(question: Asked, faults?: Faults): Promise<{ theirs: Outcome; ours: Outcome }>;
}

/** The two executors over the same subgraphs. */
export async function startPair(federation: Federation): Promise<Pair> {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  const subgraphs = new Map(Object.entries(federation).map(([name, sdl]) => [name, new AnyFetcher(name, sdl)]));
  const gateway = new ApolloGateway({
    supergraphSdl: composeSupergraph({}, federation),
    buildService: ({ name }) => subgraphs.get(name)! as never,
    logger: silent,
  });
  const { schema, executor: apollo } = await gateway.load();
  const own = createExecutor(gateway, subgraphs);
  const run = async (executor: typeof apollo, question: Asked): Promise<Outcome> => {
    for (const subgraph of subgraphs.values()) subgraph.fetches.length = 0;
    const result = (await executor(requestFor(question, schema))) as ExecutionResult;
    return { result, fetches: [...subgraphs.values()].flatMap(({ fetches }) => fetches.map(askedOnce)).toSorted() };
  };
  return {
    schema,
    subgraphs,
    ask: async (question, faults = { seed: 0, oneIn: 0 }) => {
      for (const subgraph of subgraphs.values()) subgraph.faults = faults;
      return { theirs: await run(apollo, question), ours: await run(own, question) };
    },
  };
}

const requestFor = ({ text, document, variables }: Asked, schema: GraphQLSchema) =>
  ({
    request: { query: text, variables },
    document,
    operation: getOperationAST(document)!,
    operationName: null,
    source: text,
    queryHash: createHash('sha256').update(text).digest('hex'),
    schema,
    context: {},
    logger: silent,
    metrics: {},
  }) as unknown as Parameters<ApolloGateway['executor']>[0];

/** Apollo asks for the same entity several times when it is at several places; we do not. */
function askedOnce(fetch: string): string {
  const at = fetch.lastIndexOf('} {') + 2;
  const variables = JSON.parse(fetch.slice(at)) as { representations?: unknown[] };
  if (!variables.representations) return fetch;
  const different = new Map(variables.representations.map((one) => [JSON.stringify(one), one]));
  return `${fetch.slice(0, at)}${JSON.stringify({ ...variables, representations: [...different.values()] })}`;
}
