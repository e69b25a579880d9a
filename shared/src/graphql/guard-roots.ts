import type { GraphQLField, GraphQLSchema } from 'graphql';
import { refuseGivenUp } from '../errors/index.js';
import type { Context } from './context.js';
import { unauthenticated } from './refusals.js';
import { roots } from './resolvers.js';

/**
 * Puts the checks before every root field: nothing begins for a request that was given up, the further changes of a serial
 * mutation included; and @authenticated, which the gateway checks too, but may be passed by.
 */
export function guardRoots(schema: GraphQLSchema): void {
  for (const field of roots(schema).flatMap((root) => Object.values(root.getFields()))) {
    guard(field, field.astNode?.directives?.some(({ name }) => name.value === 'authenticated') ?? false);
  }
}

function guard(field: GraphQLField<unknown, unknown>, isForSignedIn: boolean): void {
  const { resolve } = field;
  field.resolve = (...call) => {
    const { signal, viewer } = call[2] as Context;
    refuseGivenUp(signal);
    if (isForSignedIn && viewer.personId === undefined) throw unauthenticated();
    return resolve?.(...call);
  };
}
