import type { GraphQLField, GraphQLSchema } from 'graphql';
import { type AccessRule, accessRulesIn, refusalBy, type Viewer } from '../auth/index.js';
import { refuseGivenUp } from '../errors/index.js';
import type { Context } from './context.js';
import { mayNot, unauthenticated } from './refusals.js';
import { roots } from './resolvers.js';

/**
 * Puts the checks before every root field: nothing begins for a request that was given up, the further changes of a serial
 * mutation included; and @authenticated and @requiresScopes, which the gateway checks too, but may be passed by.
 */
export function guardRoots(schema: GraphQLSchema): void {
  for (const root of roots(schema)) {
    const isChange = root === schema.getMutationType();
    for (const field of Object.values(root.getFields()))
      guard(field, { rules: accessRulesIn(field.astNode?.directives), isChange });
  }
}

interface Guarded {
  readonly rules: readonly AccessRule[];
  readonly isChange: boolean;
}

function guard(field: GraphQLField<unknown, unknown>, guarded: Guarded): void {
  const { resolve } = field;
  field.resolve = (...call) => {
    const { signal, viewer } = call[2] as Context;
    refuseGivenUp(signal);
    refuse(viewer, guarded);
    return resolve?.(...call);
  };
}

/** A key changes only what a scope opens by name: not even what is open to everybody, such as signing in. */
function refuse(viewer: Viewer, { rules, isChange }: Guarded): void {
  const refusal = refusalBy(rules, viewer);
  if (refusal === 'UNAUTHENTICATED') throw unauthenticated();
  if (refusal === 'FORBIDDEN' || (isChange && rules.length === 0 && viewer.apiKey)) throw mayNot();
}
