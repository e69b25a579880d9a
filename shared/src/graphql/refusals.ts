import { GraphQLError } from 'graphql';
import { ArgumentValidationError, type MiddlewareFn } from 'type-graphql';
import type { ValidationError } from 'class-validator';
import { DomainError } from '../errors/index.js';
import type { Context } from './context.js';
import type { UserError } from './payload.js';

/** Turns the expected refusals of a mutation into `userErrors` of its payload; everything else stays an error. */
export const refusals: MiddlewareFn<Context> = async ({ info }, next) => {
  if (info.parentType.name !== 'Mutation') return next();
  try {
    return { userErrors: [], ...((await next()) as object) };
  } catch (error) {
    if (error instanceof DomainError) return { userErrors: [userError(error)] };
    // the validation error itself holds the whole input, so only its constraints go on
    if (error instanceof ArgumentValidationError)
      return { userErrors: error.extensions.validationErrors.flatMap((one) => broken(one)) };
    throw error;
  }
};

const userError = ({ code, message, field }: DomainError): UserError => ({ code, message, ...(field && { field }) });

function broken({ property, constraints, children }: ValidationError, path: readonly string[] = []): UserError[] {
  const field = [...path, property];
  const own = Object.values(constraints ?? {}).map((message) => ({
    code: 'BAD_USER_INPUT',
    field,
    message: `${sentence(message)}`,
  }));
  return [...own, ...(children ?? []).flatMap((child) => broken(child, field))];
}

const sentence = (text: string): string =>
  `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;

export const unauthenticated = (): GraphQLError =>
  new GraphQLError('Sign in to do this.', { extensions: { code: 'UNAUTHENTICATED' } });
