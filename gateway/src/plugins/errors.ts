import { randomUUID } from 'node:crypto';
import type { ApolloServerOptions, ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { expectedError, internalError, type PublicError } from '@lokaal/shared/errors';
import type { Logger } from '@lokaal/shared/logging';
import { PublishedError } from '../published-error.js';
import type { RequestContext } from '../request-context.js';

export interface ErrorFunnel {
  readonly plugin: ApolloServerPlugin<RequestContext>;
  readonly formatError: NonNullable<ApolloServerOptions<RequestContext>['formatError']>;
}

/** The one place that decides what a client reads of an error. Bugs are logged with their stack and shown as a number. */
export function createErrorFunnel({ logger, production }: { logger: Logger; production: boolean }): ErrorFunnel {
  const requestIds = new WeakMap<object, string>();
  const bug = (error: unknown): PublicError => {
    const requestId = requestIds.get(error as object) ?? randomUUID();
    logger.error({ err: error, requestId }, 'a request failed');
    return internalError(requestId);
  };
  return {
    plugin: {
      requestDidStart: async () => ({
        didEncounterErrors: async ({ errors, contextValue }) => {
          for (const error of errors) requestIds.set(error, contextValue.requestId);
        },
      }),
    },
    formatError: (formatted, error) => {
      if (error instanceof PublishedError) return formatted;
      const { locations, path } = formatted;
      const form = requestError(formatted, production) ?? expectedError(formatted) ?? bug(error);
      return { ...form, ...(locations && { locations }), ...(path && { path }) };
    },
  };
}

/** Codes that the GraphQL layer itself gives to requests it refuses. */
const requestCodes: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'COST_EXCEEDED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'NOT_ACCEPTABLE',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'VALUES_EXCEEDED',
  'VARIABLE_DEPTH_EXCEEDED',
]);

/** Limits have codes of their own, which Apollo Server would overwrite; they come in beside its code. */
const limitCodes: Readonly<Record<string, string>> = {
  ALIASES_EXCEEDED: 'ALIASES_EXCEEDED',
  CONDITIONS_EXCEEDED: 'CONDITIONS_EXCEEDED',
  DEPTH_EXCEEDED: 'DEPTH_EXCEEDED',
  INTROSPECTION_EXCEEDED: 'INTROSPECTION_EXCEEDED',
  ROOT_FIELDS_EXCEEDED: 'ROOT_FIELDS_EXCEEDED',
  SELECTIONS_EXCEEDED: 'SELECTIONS_EXCEEDED',
  VALUES_EXCEEDED: 'VALUES_EXCEEDED',
};

const tooManyTokens = /^Syntax Error: Document contains more tha[nt] \d+ tokens/u;
/** Names of fields and types that resemble a wrong one tell the schema to who may not read it. */
const suggestion = / ?Did you mean .+\?/u;

/** What graphql-js says when the fields of one name, each compared with each, take more steps than this. */
const aborted = 'Validation aborted.';
const tooManyAlike: PublicError = {
  message:
    'Comparing the fields of one name in this operation takes more than 500,000 steps, which is the limit: 700 such fields in one place, or fewer with fields of their own. Ask each field once.',
  extensions: { code: 'SELECTIONS_EXCEEDED' },
};

const tooDeep: PublicError = {
  message: 'The document is nested too deeply to be read.',
  extensions: { code: 'GRAPHQL_PARSE_FAILED' },
};

function requestError(
  { message, extensions = {} }: GraphQLFormattedError,
  production: boolean,
): PublicError | undefined {
  const { code, validationErrorCode } = extensions;
  if (typeof code !== 'string' || !requestCodes.has(code)) return undefined;
  if (message === aborted) return tooManyAlike;
  // the parser ran out of stack, in words of the engine
  if (code === 'GRAPHQL_PARSE_FAILED' && !message.startsWith('Syntax Error')) return tooDeep;
  const limit = tooManyTokens.test(message) ? 'TOKENS_EXCEEDED' : limitCodes[String(validationErrorCode)];
  return { message: production ? message.replace(suggestion, '') : message, extensions: { code: limit ?? code } };
}
