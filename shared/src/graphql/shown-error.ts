import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { ArgumentValidationError } from 'type-graphql';
import { DomainError, refusalOf } from '../errors/index.js';
import { brokenRules } from './broken-rules.js';

/** Codes of PostgreSQL and of its client that mean: not now. 57P01..03 shutdown, 53300 too many connections, class 08 connection. */
const unavailable = /^(08...|57P0[123]|53300|53100|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND)$/;
/** What the client of PostgreSQL says without a code: no connection in time, or one that broke off. */
const noConnection = /timeout exceeded when trying to connect|^Connection terminated/;
/** Statement timeout and lock timeout. */
const tooSlow = /^(57014|55P03)$/;

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
  const code = codeOf(cause);
  if (tooSlow.test(code)) return shown(error, { message: 'This took too long.', code: 'TIMEOUT' });
  logger.error({ err: cause ?? error, requestId }, 'unexpected error');
  if (unavailable.test(code) || noConnection.test(cause?.message ?? '')) {
    const message = 'The database cannot be reached at this moment.';
    return shown(error, { message, code: 'SERVICE_UNAVAILABLE' });
  }
  return shown(error, { message: 'Internal server error', code: 'INTERNAL_SERVER_ERROR', requestId });
}

/** The code that PostgreSQL, its client or the network gave. */
function codeOf(cause: Error | undefined): string {
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
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
