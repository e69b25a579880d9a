import type { ValidationError } from 'class-validator';
import type { ArgumentValidationError } from 'type-graphql';
import type { UserError } from './payload.js';

/** The rules that an input breaks, each with the path of its field. The error holds the whole input; this does not. */
export const brokenRules = (error: ArgumentValidationError): UserError[] =>
  error.extensions.validationErrors.flatMap((one) => broken(one));

function broken({ property, constraints, children }: ValidationError, path: readonly string[] = []): UserError[] {
  const field = [...path, property];
  const own = Object.values(constraints ?? {}).map((message) => ({
    code: 'BAD_USER_INPUT',
    field,
    message: sentence(message),
  }));
  return [...own, ...(children ?? []).flatMap((child) => broken(child, field))];
}

const sentence = (text: string): string =>
  `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
