import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { DomainError, refusalOf } from './domain-error.js';

/** What a client may read of an error, beside its path. */
export interface PublicError {
  readonly message: string;
  readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
}

/** Codes of errors that a subgraph raises on purpose. Everything else is a bug and is shown as INTERNAL_SERVER_ERROR. */
const expectedCodes: ReadonlySet<string> = new Set([
  'ALREADY_EXISTS',
  'BAD_USER_INPUT',
  'CONFLICT',
  'COST_EXCEEDED',
  'FORBIDDEN',
  'IDEMPOTENCY_MISMATCH',
  'INVALID_CREDENTIALS',
  'INVALID_STATE',
  'INVALID_TOKEN',
  'ISSUER_UNAVAILABLE',
  'NOT_FOUND',
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
  'SUBGRAPH_UNAVAILABLE',
  'TIMEOUT',
  'UNAUTHENTICATED',
]);

/** Details that belong to a code. Others, such as the input that a validator echoes, stay inside. */
const publicDetails = ['field', 'retryAfter', 'service'] as const;

/** The public face of an expected error of a subgraph; undefined for a bug. */
export function expectedError(error: GraphQLError | GraphQLFormattedError): PublicError | undefined {
  const original = 'originalError' in error ? error.originalError : undefined;
  if (original instanceof DomainError) {
    const { message, ...extensions } = refusalOf(original);
    return { message, extensions: { ...extensions } };
  }
  const code = error.extensions?.['code'];
  if (typeof code !== 'string' || !expectedCodes.has(code)) return undefined;
  return { message: error.message, extensions: { code, ...detailsOf(error) } };
}

/** What a client reads of a bug: nothing but the number under which the log has it. */
export const internalError = (requestId: string): PublicError => ({
  message: 'Internal server error',
  extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
});

const detailsOf = ({ extensions = {} }: GraphQLError | GraphQLFormattedError): Record<string, unknown> =>
  Object.fromEntries(
    publicDetails.flatMap((name) => (extensions[name] === undefined ? [] : [[name, extensions[name]]])),
  );
