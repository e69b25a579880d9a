import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { ArgumentValidationError } from 'type-graphql';
import { DomainError } from '../errors/index.js';
import { brokenRules } from './broken-rules.js';

/** Codes of PostgreSQL and of its client that mean: not now. 57P01..03 shutdown, 53300 too many connections, class 08 connection. */
const unavailable = /^(08...|57P0[123]|53300|53100|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND)$/;
/** Statement timeout and lock timeout. */
const tooSlow = /^(57014|55P03)$/;

/**
 * What the outside may see of an error: coded ones as they are, a database that is away as SERVICE_UNAVAILABLE, and
 * anything else as "Internal server error" under the request's id, with its cause in the log only.
 */
export function shownError(error: GraphQLError, requestId: string, logger: Logger): GraphQLError {
  const cause = error.originalError;
  if (cause instanceof DomainError)
    return shown(error, cause.message, cause.code, { ...(cause.field && { field: cause.field }) });
  if (cause instanceof ArgumentValidationError) return brokenArgument(error, cause);
  if (error.extensions.code) return error;
  if (isArgumentRefused(error)) return shown(error, error.message, 'BAD_USER_INPUT');
  // without a path the request itself is at fault: variables that do not fit their types
  if (!error.path) return shown(error, error.message, 'BAD_USER_INPUT');
  const code = String((cause as { code?: unknown } | undefined)?.code ?? '');
  if (tooSlow.test(code)) return shown(error, 'This took too long.', 'TIMEOUT');
  logger.error({ err: cause ?? error, requestId }, 'unexpected error');
  if (unavailable.test(code) || cause?.message.includes('timeout exceeded when trying to connect')) {
    return shown(error, 'The database cannot be reached at this moment.', 'SERVICE_UNAVAILABLE');
  }
  return shown(error, 'Internal server error', 'INTERNAL_SERVER_ERROR', { requestId });
}

/** graphql-js coerces arguments when a field is executed, so its refusal has a path, unlike that of a variable. */
const isArgumentRefused = ({ originalError, message }: GraphQLError): boolean =>
  originalError instanceof GraphQLError && message.startsWith('Argument "');

/** The error itself holds the whole input. */
function brokenArgument(error: GraphQLError, cause: ArgumentValidationError): GraphQLError {
  const [first] = brokenRules(cause);
  return shown(error, first?.message ?? 'The arguments are not valid.', 'BAD_USER_INPUT', { field: first?.field });
}

const shown = (
  { nodes, source, positions, path }: GraphQLError,
  message: string,
  code: string,
  more: object = {},
): GraphQLError => new GraphQLError(message, { nodes, source, positions, path, extensions: { code, ...more } });
