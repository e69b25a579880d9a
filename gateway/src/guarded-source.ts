import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import { anonymous } from '@lokaal/shared/auth';
import { expectedError, internalError } from '@lokaal/shared/errors';
import type { SubgraphRequest } from '@lokaal/shared/graphql';
import { createDocumentStore, type DocumentStore } from './documents.js';
import type { Logger } from '@lokaal/shared/logging';
import { affectedFields } from './affected-fields.js';
import { isMutation } from './is-mutation.js';
import { noAnswer } from './no-answer.js';
import type { RequestContext } from './request-context.js';
import type { Source } from './source.js';
import { within } from './within.js';

export interface GuardOptions {
  readonly logger: Logger;
  /** Longest time for one fetch that changes nothing, in milliseconds. */
  readonly fetchTimeout: number;
  /** Subgraphs of strangers: their errors are passed on as they are. */
  readonly generic: boolean;
}

/** One fetch of a query plan, as the gateway hands it out. */
export interface PlannedFetch {
  readonly request: { query?: string; operationName?: string; variables?: Record<string, unknown> };
  readonly context: Partial<RequestContext>;
}

export interface FetchAnswer {
  readonly data?: ExecutionResult['data'];
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * Stands between Apollo Gateway and a source: a fetch ends in time and always with an answer of the right form.
 * What goes wrong costs only the fields of this fetch, and of its cause the client learns nothing.
 */
export class GuardedSource {
  private readonly documents: DocumentStore = createDocumentStore();

  constructor(
    private readonly source: Source,
    private readonly options: GuardOptions,
  ) {}

  async process({ request, context }: PlannedFetch): Promise<FetchAnswer> {
    const { hangUp, ...caller } = callerOf(context);
    const { query = '', operationName, variables } = request;
    const fetch: SubgraphRequest = { query, operationName, variables, ...caller };
    const { fetchTimeout } = this.options;
    // fetches that Apollo makes on its own account have no client behind them
    const left = context.deadline === undefined ? fetchTimeout : context.deadline - performance.now();
    // a change that somebody sent is made, whether they wait for it or not: so they hear of it as long as may be
    const patience = isMutation(query) ? { time: left } : { time: Math.min(fetchTimeout, left), hangUp };
    try {
      const result = await within(patience, (signal) => this.source.fetch({ ...fetch, signal }));
      checkForm(result, variables?.['representations']);
      return result.errors ? this.withPublicErrors(result, fetch) : result;
    } catch (error) {
      if (!hangUp?.aborted) this.log(error, fetch);
      return this.failure(fetch, error);
    }
  }

  private log(cause: unknown, { requestId }: SubgraphRequest): void {
    const { name: service } = this.source;
    const { code } = noAnswer(service, cause).extensions;
    this.options.logger.error({ err: cause, service, code, requestId }, 'a fetch failed');
  }

  private failure({ query }: SubgraphRequest, cause: unknown): FetchAnswer {
    const { name: service } = this.source;
    const { message, extensions } = noAnswer(service, cause);
    const errors = affectedFields(this.documents(query)).map((key) => ({
      message,
      path: [key],
      extensions: { ...extensions, service },
    }));
    return { data: null, errors };
  }

  private withPublicErrors(result: ExecutionResult, fetch: SubgraphRequest): FetchAnswer {
    const errors = result.errors!.map((error) => ({
      ...this.publicForm(error, fetch),
      path: this.placeOf(error, fetch),
    }));
    return { data: result.data, errors };
  }

  private publicForm(error: GraphQLError, { requestId }: SubgraphRequest): Omit<GraphQLFormattedError, 'path'> {
    if (this.options.generic) return { message: error.message, extensions: error.extensions };
    const expected = expectedError(error);
    if (expected) return expected;
    // A bug that already bears the request id was logged by the subgraph itself, where its stack is.
    if (error.extensions?.['requestId'] !== requestId) {
      this.options.logger.error({ err: error, service: this.source.name, requestId }, 'a subgraph failed');
    }
    return internalError(requestId);
  }

  /** An error about the whole fetch is placed at its first field, for want of a better place. */
  private placeOf({ path }: GraphQLError, { query }: SubgraphRequest): readonly (string | number)[] {
    const known = path && (path[0] !== '_entities' || typeof path[1] === 'number');
    return known ? path : affectedFields(this.documents(query)).slice(0, 1);
  }
}

const callerOf = (context: Partial<RequestContext>) => ({
  viewer: context.viewer ?? anonymous,
  requestId: context.requestId ?? 'none',
  operation: context.operation?.name,
  clientAddress: context.clientAddress,
  hangUp: context.hangUp,
});

/** Apollo Gateway throws away the whole answer when one fetch has none of these; here it costs that fetch only. */
function checkForm(result: ExecutionResult, representations: unknown): void {
  if (typeof result !== 'object' || result === null) throw new Error('The answer is not an object.');
  if (result.data == null) {
    if (!result.errors?.length) throw new Error('The answer has neither data nor errors.');
    return;
  }
  if (typeof result.data !== 'object') throw new Error('The data is not an object.');
  if (!Array.isArray(representations)) return;
  const entities = result.data['_entities'];
  if (!Array.isArray(entities) || entities.length !== representations.length) {
    throw new Error(`The answer has not the ${representations.length} entities that were asked.`);
  }
}
