import type { ValidationError } from 'class-validator';
import type { ArgumentValidationError } from 'type-graphql';
import type { UserError } from './payload.js';

/** The rules that an input breaks, each with the path of its field. The error holds the whole input; this does not. */
export const brokenRules = (error: ArgumentValidationError): UserError[] =>
  error.extensions.validationErrors.flatMap((one) => broken(one));

function broken({ property, children, ...own }: ValidationError, path: readonly string[] = []): UserError[] {
  const field = [...path, property];
  const told = messagesOf(own).map((message) => ({ code: 'BAD_USER_INPUT', field, message: sentence(message) }));
  return [...told, ...(children ?? []).flatMap((child) => broken(child, field))];
}

/** A text of which nothing is seen breaks all rules of its field for one reason: the first says so. */
function messagesOf({ constraints, value }: Pick<ValidationError, 'constraints' | 'value'>): string[] {
  const messages = Object.values(constraints ?? {});
  return typeof value === 'string' && value.trim() === '' ? messages.slice(0, 1) : messages;
}

const sentence = (text: string): string =>
  `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
