import { type DocumentNode, execute, type ExecutionResult, GraphQLError, parse, validate, visit, BREAK } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { callerOf } from '../callers/index.js';
import type { Clock } from '../config/index.js';
import { Reader, StatementCache, type StatementRunner } from '../read/index.js';
import type { BuiltSubgraph } from './build-subgraph.js';
import type { Context } from './context.js';
import { shownError } from './shown-error.js';
import { typeOf } from './resolvers.js';
import type { SubgraphRequest } from './subgraph.js';
import { validationErrors } from './validation-errors.js';

/** Operations whose parsed and validated documents, and with them their statements, are kept: by number and by characters. */
const documentsKept = { max: 1000, maxSize: 5_000_000 };

type Prepared =
  { readonly document: DocumentNode; readonly introspects: boolean } | { readonly errors: readonly GraphQLError[] };

/** What an executor runs on. */
export interface ExecutorDependencies {
  readonly built: BuiltSubgraph;
  readonly runner: StatementRunner;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Executes the gateway's operations on one subgraph. */
export class Executor {
  private readonly prepared = new LRUCache<string, Prepared>({
    ...documentsKept,
    sizeCalculation: (_prepared, { length }) => length + 1,
  });
  private readonly cache = new StatementCache();

  constructor(private readonly dependencies: ExecutorDependencies) {}

  async execute(request: SubgraphRequest): Promise<ExecutionResult> {
    const { built, logger } = this.dependencies;
    const prepared = this.prepare(request.query);
    if ('errors' in prepared) return { errors: prepared.errors };
    const result = await execute({
      schema: prepared.introspects ? built.schema : built.answers,
      document: prepared.document,
      contextValue: this.contextOf(request),
      variableValues: request.variables,
      operationName: request.operationName,
      fieldResolver: built.fieldResolver,
      typeResolver: typeOf,
    });
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => shownError(error, request.requestId, logger)) };
  }

  private contextOf(request: SubgraphRequest): Context {
    const { runner, clock } = this.dependencies;
    const { viewer, requestId, operation = 'anonymous', clientAddress, signal } = request;
    const asked = { requestId, operation, caller: callerOf(request), signal };
    const reader = new Reader({ runner, cache: this.cache, clock }, viewer, asked);
    return { viewer, reader, clock, requestId, signal, ...(clientAddress !== undefined && { clientAddress }) };
  }

  private prepare(query: string): Prepared {
    const known = this.prepared.get(query);
    if (known) return known;
    const prepared = this.parse(query);
    this.prepared.set(query, prepared);
    return prepared;
  }

  private parse(query: string): Prepared {
    try {
      const document = parse(query);
      const errors = validate(this.dependencies.built.schema, document);
      if (errors.length > 0) return { errors: validationErrors(this.dependencies.built.schema, document) };
      return { document, introspects: introspects(document) };
    } catch (error) {
      return { errors: [new GraphQLError((error as Error).message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })] };
    }
  }
}

/** Only the schema itself knows the types that introspection asks for. */
function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      found ||= name.value === '__schema' || name.value === '__type';
      return found ? BREAK : undefined;
    },
  });
  return found;
}
