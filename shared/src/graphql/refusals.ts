import { GraphQLError } from 'graphql';
import { ArgumentValidationError, type MiddlewareFn } from 'type-graphql';
import { idOfMissing } from '../database/index.js';
import { DomainError, notFound, refusalOf } from '../errors/index.js';
import { brokenRules } from './broken-rules.js';
import type { Context } from './context.js';

/**
 * Turns the expected refusals of a mutation into `userErrors` of its payload, also when what its input names was deleted at
 * the same moment; everything else stays an error.
 */
export const refusals: MiddlewareFn<Context> = async ({ info, args }, next) => {
  if (info.parentType.name !== 'Mutation') return next();
  try {
    return { userErrors: [], ...((await next()) as object) };
  } catch (error) {
    if (error instanceof DomainError) return { userErrors: [refusalOf(error)] };
    if (error instanceof ArgumentValidationError) return { userErrors: brokenRules(error) };
    const field = pathTo(idOfMissing(error), args['input']);
    if (field) return { userErrors: [refusalOf(notFound(`What ${field.join('.')} names`, field))] };
    throw error;
  }
};

/** Where in an input a value stands. */
function pathTo(value: string | undefined, input: unknown): string[] | undefined {
  if (value === undefined || typeof input !== 'object' || input === null) return undefined;
  for (const [name, part] of Object.entries(input)) {
    const rest = part === value ? [] : pathTo(value, part);
    if (rest) return [name, ...rest];
  }
  return undefined;
}

export const unauthenticated = (): GraphQLError =>
  new GraphQLError('Sign in to do this.', { extensions: { code: 'UNAUTHENTICATED' } });

export const mayNot = (): GraphQLError =>
  new GraphQLError('You may not do this.', { extensions: { code: 'FORBIDDEN' } });
