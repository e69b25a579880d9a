import { createHash } from 'node:crypto';
import { ApolloGateway } from '@apollo/gateway';
import { getOperationAST, parse, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createExecutor } from '../src/execution/executor.js';
import type { Fetcher } from '../src/execution/plan.js';
import type { FetchAnswer } from '../src/guarded-source.js';
import type { Federation } from './execution-federations.js';
import { AnyFetcher, type Faults } from './execution-subgraphs.js';
import { composeSupergraph } from './graph.js';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export interface Question {
  readonly text: string;
  readonly variables?: Record<string, unknown>;
}

type Execute = (question: Question) => Promise<ExecutionResult>;

/** Apollo's executor and ours over the same subgraphs. */
async function executorsOver(federation: Federation, fetchers: ReadonlyMap<string, Fetcher>) {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  const gateway = new ApolloGateway({
    supergraphSdl: composeSupergraph({}, federation),
    buildService: ({ name }) => fetchers.get(name)! as never,
    logger: silent,
  });
  const { schema, executor } = await gateway.load();
  const own = createExecutor(gateway, fetchers);
  const documents = new Map<string, DocumentNode>();
  const executing =
    (execute: typeof executor): Execute =>
    async (question) => {
      const document = documents.get(question.text) ?? parse(question.text);
      documents.set(question.text, document);
      return (await execute(requestFor(question, document, schema))) as ExecutionResult;
    };
  return { schema, theirs: executing(executor), ours: executing(own) };
}

const requestFor = ({ text, variables }: Question, document: DocumentNode, schema: GraphQLSchema) =>
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

/** What an executor answered, and what it asked of the subgraphs for it. */
export interface Outcome {
  readonly result: ExecutionResult;
  readonly fetches: readonly string[];
}

export interface Pair {
  readonly schema: GraphQLSchema;
  ask(question: Question, faults?: Faults): Promise<{ theirs: Outcome; ours: Outcome }>;
}

/** The two executors over subgraphs that answer any question. */
export async function startPair(federation: Federation): Promise<Pair> {
  const fetchers = new Map(Object.entries(federation).map(([name, sdl]) => [name, new AnyFetcher(name, sdl)]));
  const { schema, theirs, ours } = await executorsOver(federation, fetchers);
  const run = async (execute: Execute, question: Question): Promise<Outcome> => {
    for (const fetcher of fetchers.values()) fetcher.fetches.length = 0;
    const result = await execute(question);
    return { result, fetches: [...fetchers.values()].flatMap(({ fetches }) => fetches.map(askedOnce)).toSorted() };
  };
  return {
    schema,
    ask: async (question, faults = { seed: 0, oneIn: 0 }) => {
      for (const fetcher of fetchers.values()) fetcher.faults = faults;
      return { theirs: await run(theirs, question), ours: await run(ours, question) };
    },
  };
}

/** Apollo asks for the same entity several times when it is at several places; we do not. */
function askedOnce(fetch: string): string {
  const at = fetch.lastIndexOf('} {') + 2;
  const variables = JSON.parse(fetch.slice(at)) as { representations?: unknown[] };
  if (!variables.representations) return fetch;
  const different = new Map(variables.representations.map((one) => [JSON.stringify(one), one]));
  return `${fetch.slice(0, at)}${JSON.stringify({ ...variables, representations: [...different.values()] })}`;
}

export type Answers = Record<string, (variables: Record<string, unknown>) => FetchAnswer>;

/** The two executors over subgraphs that say what the test wants. `asked` has what they were sent, in order. */
export async function startScripted(federation: Federation, answers: Answers) {
  const asked: { name: string; representations?: unknown }[] = [];
  const fetchers = Object.entries(answers).map(([name, answer]): [string, Fetcher] => [
    name,
    {
      process: async ({ request: { variables = {} } }) => {
        asked.push({ name, representations: variables['representations'] });
        return structuredClone(answer(variables));
      },
    },
  ]);
  return { asked, ...(await executorsOver(federation, new Map(fetchers))) };
}
