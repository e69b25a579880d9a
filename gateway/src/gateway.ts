import './telemetry-off.js';
import { ApolloGateway } from '@apollo/gateway';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { internalError } from '@lokaal/shared/errors';
import type { Logger } from '@lokaal/shared/logging';
import { AbsentEntities } from './absent-entities.js';
import { createExecutor } from './execution/executor.js';
import { GuardedSource } from './guarded-source.js';
import { placeErrors, PublishedError } from './published-error.js';
import type { RequestContext } from './request-context.js';
import type { Source } from './source.js';
import { graphsOf, withoutSecurityMarks } from './supergraph.js';

export interface GatewayOptions {
  readonly supergraph: DocumentNode;
  readonly sources: readonly Source[];
  readonly logger: Logger;
  /** Longest time for one fetch, in milliseconds. */
  readonly fetchTimeout: number;
  /** Any supergraph of strangers, rather than our own. */
  readonly generic: boolean;
}

export type Gateway = Pick<ApolloGateway, 'load' | 'onSchemaLoadOrUpdate' | 'stop'>;
type Executor = Awaited<ReturnType<Gateway['load']>>['executor'];
type Result = Awaited<ReturnType<Executor>>;

/**
 * Plans and executes operations over the sources: Apollo's gateway composes and plans, our executor runs its plans. The only
 * place that knows which gateway does that.
 */
export function createGateway({ supergraph, sources, logger, fetchTimeout, generic }: GatewayOptions): Gateway {
  const absent = new AbsentEntities();
  const guarded = new Map(
    sources.map((source) => [source.name, absent.watch(new GuardedSource(source, { logger, fetchTimeout, generic }))]),
  );
  for (const { name } of graphsOf(supergraph)) {
    if (!guarded.has(name)) throw new Error(`The supergraph has a subgraph "${name}" for which there is no source.`);
  }
  const gateway = new ApolloGateway({
    supergraphSdl: withoutSecurityMarks(supergraph),
    // Composition made our own, and a test keeps it so: to validate it again takes a tenth of a start.
    ...(!generic && { validateSupergraph: false }),
    buildService: ({ name }) => guarded.get(name)!,
    logger: quiet(logger),
    __exposeQueryPlanExperimental: false,
  });
  return {
    load: async (options) => {
      const { schema } = await gateway.load(options);
      const executor = createExecutor(gateway, guarded);
      return { schema, executor: withPlacedErrors(executor, { logger, generic, absent, schema }) };
    },
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
  };
}

interface Placing extends Pick<GatewayOptions, 'logger' | 'generic'> {
  readonly absent: AbsentEntities;
  readonly schema: GraphQLSchema;
}

const withPlacedErrors =
  (executor: Executor, placing: Placing): Executor =>
  async (request) => {
    const result = await executor(request);
    if (result.errors) return withPlaces(result, result.errors);
    return result.extensions && !placing.generic
      ? withInvalidValues(result, request.context as RequestContext, placing)
      : result;
  };

/** Beside errors, the values that the schema forbids are but their consequence: they say where, and are not told themselves. */
function withPlaces({ extensions = {}, ...result }: Result, errors: readonly GraphQLError[]): Result {
  const { valueCompletion: problems = [] } = extensions as { valueCompletion?: readonly GraphQLError[] };
  return { ...result, errors: placeErrors(errors, { data: result.data, problems }) };
}

/**
 * A value that the schema forbids was made null. Apollo reports that in an extension with the subgraph's details. Where the
 * object is not there for this viewer, null is the answer; else it is a bug like any other: logged, and an error at its path.
 */
function withInvalidValues({ data, extensions }: Result, context: RequestContext, placing: Placing): Result {
  const { valueCompletion = [], ...others } = extensions as { valueCompletion?: readonly GraphQLError[] };
  const rest = { data, ...(Object.keys(others).length > 0 && { extensions: others }) };
  const { requestId } = context;
  const { absent, schema, logger } = placing;
  // Without any data there must be an error, whatever the cause.
  const bugs = data ? valueCompletion.filter((problem) => !absent.explain(problem, context, schema)) : valueCompletion;
  if (bugs.length === 0) return rest;
  logger.error({ problems: bugs.map(({ message, path }) => ({ message, path })), requestId }, 'invalid values');
  const { message, extensions: details } = internalError(requestId);
  const errors = bugs.map(({ path }) => new PublishedError(message, { path, extensions: details }));
  return { ...rest, errors };
}

/** Apollo's remarks about its own life are of no use to us below a warning. */
const quiet = (logger: Logger) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (message?: unknown) => logger.warn(String(message)),
  error: (message?: unknown) => logger.error(String(message)),
});
