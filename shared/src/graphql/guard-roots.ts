import type { GraphQLField, GraphQLSchema } from 'graphql';
import type { Context } from './context.js';
import { unauthenticated } from './refusals.js';
import { roots } from './resolvers.js';

/** Puts the check before every root field that has @authenticated: the gateway checks too, but may be passed by. */
export function guardRoots(schema: GraphQLSchema): void {
  for (const field of roots(schema).flatMap((root) => Object.values(root.getFields()))) {
    if (field.astNode?.directives?.some(({ name }) => name.value === 'authenticated')) guard(field);
  }
}

function guard(field: GraphQLField<unknown, unknown>): void {
  const { resolve } = field;
  field.resolve = (...call) => {
    if ((call[2] as Context).viewer.personId === undefined) throw unauthenticated();
    return resolve?.(...call);
  };
}
