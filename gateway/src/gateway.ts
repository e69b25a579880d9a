import './telemetry-off.js';
import { ApolloGateway } from '@apollo/gateway';
import type { DocumentNode, GraphQLError } from 'graphql';
import { internalError } from '@lokaal/shared/errors';
import type { Logger } from '@lokaal/shared/logging';
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

/** Plans and executes operations over the sources. The only place that knows which gateway does that. */
export function createGateway({ supergraph, sources, logger, fetchTimeout, generic }: GatewayOptions): Gateway {
  const guarded = new Map(
    sources.map((source) => [source.name, new GuardedSource(source, { logger, fetchTimeout, generic })]),
  );
  for (const { name } of graphsOf(supergraph)) {
    if (!guarded.has(name)) throw new Error(`The supergraph has a subgraph "${name}" for which there is no source.`);
  }
  const gateway = new ApolloGateway({
    supergraphSdl: withoutSecurityMarks(supergraph),
    buildService: ({ name }) => guarded.get(name)!,
    logger: quiet(logger),
    __exposeQueryPlanExperimental: false,
  });
  return {
    load: async (options) => {
      const { schema, executor } = await gateway.load(options);
      return { schema, executor: withPlacedErrors(executor, { logger, generic }) };
    },
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
  };
}

const withPlacedErrors =
  (executor: Executor, { logger, generic }: Pick<GatewayOptions, 'logger' | 'generic'>): Executor =>
  async (request) => {
    const result = await executor(request);
    if (result.errors) return { ...result, errors: placeErrors(result.errors, result.data) };
    return result.extensions && !generic
      ? withInvalidValues(result, request.context as RequestContext, logger)
      : result;
  };

/**
 * A value that the schema forbids was made null. Apollo reports that in an extension with the subgraph's details;
 * for our own graph it is a bug like any other: logged, and an error at its path.
 */
function withInvalidValues(result: Result, { requestId }: RequestContext, logger: Logger): Result {
  const { valueCompletion, ...extensions } = result.extensions as { valueCompletion?: readonly GraphQLError[] };
  if (!valueCompletion) return result;
  logger.error(
    { problems: valueCompletion.map(({ message, path }) => ({ message, path })), requestId },
    'invalid values',
  );
  const { message, extensions: details } = internalError(requestId);
  const errors = valueCompletion.map(({ path }) => new PublishedError(message, { path, extensions: details }));
  return { data: result.data, errors, ...(Object.keys(extensions).length > 0 && { extensions }) };
}

/** Apollo's remarks about its own life are of no use to us below a warning. */
const quiet = (logger: Logger) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (message?: unknown) => logger.warn(String(message)),
  error: (message?: unknown) => logger.error(String(message)),
});
