import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { ArgumentValidationError } from 'type-graphql';
import { databaseFailure, DomainError, refusalOf } from '../errors/index.js';
import { brokenRules } from './broken-rules.js';

/**
 * What the outside may see of an error: coded ones as they are, a database that is away as SERVICE_UNAVAILABLE, and
 * anything else as "Internal server error" under the request's id, with its cause in the log only.
 */
export function shownError(error: GraphQLError, requestId: string, logger: Logger): GraphQLError {
  const cause = error.originalError;
  if (cause instanceof DomainError) return shown(error, refusalOf(cause));
  if (cause instanceof ArgumentValidationError) return brokenArgument(error, cause);
  // without a path the request itself is at fault: variables that do not fit their types
  if (!error.path) return badValue(error);
  if (error.extensions.code) return error;
  if (isArgumentRefused(error)) return badValue(error);
  const failure = databaseFailure(cause);
  if (failure?.code !== 'TIMEOUT') logger.error({ err: cause ?? error, requestId }, 'unexpected error');
  return shown(error, failure ?? { message: 'Internal server error', code: 'INTERNAL_SERVER_ERROR', requestId });
}

/** graphql-js coerces arguments when a field is executed, so its refusal has a path, unlike that of a variable. */
const isArgumentRefused = ({ originalError, message }: GraphQLError): boolean =>
  originalError instanceof GraphQLError && message.startsWith('Argument "');

/** graphql-js quotes the value that it refuses. */
const quoted = /^((?:Variable|Argument) "[^"]*") (?:got|has) invalid value [^]*$/u;

const badValue = (error: GraphQLError): GraphQLError =>
  shown(error, {
    message: error.message.replace(quoted, '$1 has a value that does not fit its type.'),
    code: 'BAD_USER_INPUT',
  });

/** The error itself holds the whole input. */
function brokenArgument(error: GraphQLError, cause: ArgumentValidationError): GraphQLError {
  const [first] = brokenRules(cause);
  const { message = 'The arguments are not valid.', field } = first ?? {};
  return shown(error, { message, code: 'BAD_USER_INPUT', ...(field && { field }) });
}

interface Shown {
  readonly message: string;
  readonly code: string;
  readonly field?: readonly string[];
  readonly requestId?: string;
}

const shown = ({ nodes, source, positions, path }: GraphQLError, { message, ...extensions }: Shown): GraphQLError =>
  new GraphQLError(message, { nodes, source, positions, path, extensions });
