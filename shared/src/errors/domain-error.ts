/** Codes of expected refusals (userErrors of a mutation). */
export type RefusalCode =
  | 'ALREADY_EXISTS'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'FORBIDDEN'
  | 'IDEMPOTENCY_MISMATCH'
  | 'INVALID_CREDENTIALS'
  | 'INVALID_STATE'
  | 'INVALID_TOKEN'
  | 'ISSUER_UNAVAILABLE'
  | 'NOT_FOUND'
  | 'NOT_LINKED'
  | 'PREREQUISITES_MISSING'
  | 'RATE_LIMITED';

/** An expected refusal: a code, a sentence on which the user can act, and the input field that it is about. */
export class DomainError extends Error {
  /** Whole seconds after which the same may succeed. */
  retryAfter?: number;

  constructor(
    readonly code: RefusalCode,
    message: string,
    /** Path into the input, for example ['name']; absent when the refusal is about the whole. */
    readonly field?: readonly string[],
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

export const forbidden = (message: string): DomainError => new DomainError('FORBIDDEN', message);
/** Absent and hidden objects are answered alike, so the sentence never says which. */
export const notFound = (what: string, field?: readonly string[]): DomainError =>
  new DomainError('NOT_FOUND', `${what} was not found.`, field);
export const badInput = (message: string, field: readonly string[]): DomainError =>
  new DomainError('BAD_USER_INPUT', message, field);
export const invalidState = (message: string): DomainError => new DomainError('INVALID_STATE', message);

/** What the outside may see of a refusal: what it has none of is left out. */
export interface Refusal extends Pick<DomainError, 'code' | 'message'> {
  readonly field?: readonly string[];
  readonly retryAfter?: number;
}

export const refusalOf = ({ code, message, field, retryAfter }: DomainError): Refusal => ({
  code,
  message,
  ...(field && { field }),
  ...(retryAfter && { retryAfter }),
});

/** With the milliseconds until it may succeed. */
export function rateLimited(message: string, wait: number): DomainError {
  const error = new DomainError('RATE_LIMITED', message);
  error.retryAfter = Math.max(1, Math.ceil(wait / 1000));
  return error;
}
