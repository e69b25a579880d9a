import { GraphQLError } from 'graphql';
import { ArgumentValidationError, type MiddlewareFn } from 'type-graphql';
import { DomainError } from '../errors/index.js';
import { brokenRules } from './broken-rules.js';
import type { Context } from './context.js';
import type { UserError } from './payload.js';

/** Turns the expected refusals of a mutation into `userErrors` of its payload; everything else stays an error. */
export const refusals: MiddlewareFn<Context> = async ({ info }, next) => {
  if (info.parentType.name !== 'Mutation') return next();
  try {
    return { userErrors: [], ...((await next()) as object) };
  } catch (error) {
    if (error instanceof DomainError) return { userErrors: [userError(error)] };
    if (error instanceof ArgumentValidationError) return { userErrors: brokenRules(error) };
    throw error;
  }
};

const userError = ({ code, message, field }: DomainError): UserError => ({ code, message, ...(field && { field }) });

export const unauthenticated = (): GraphQLError =>
  new GraphQLError('Sign in to do this.', { extensions: { code: 'UNAUTHENTICATED' } });

export const mayNot = (): GraphQLError =>
  new GraphQLError('You may not do this.', { extensions: { code: 'FORBIDDEN' } });
