import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import { satisfies, scopesOf, type AccessRules } from '../access-rules.js';
import type { RequestContext } from '../request-context.js';
import { requiredRules } from '../required-rules.js';

/** Refuses operations that ask for more than the viewer may, before anything is fetched. The subgraphs check again. */
export function accessPlugin(rules: AccessRules): ApolloServerPlugin<RequestContext> {
  const open = new WeakSet<OperationDefinitionNode>();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (!operation || open.has(operation)) return;
        const ruled = { schema, rules, document, operation };
        if (requiredRules(ruled).length === 0) {
          open.add(operation);
          return;
        }
        const { viewer } = contextValue;
        const required = requiredRules({ ...ruled, variables: withDefaults(operation, request.variables) });
        if (required.length === 0) return;
        if (viewer.personId === undefined) throw refusal('UNAUTHENTICATED', 401, 'Sign in to ask this.');
        const held = scopesOf(viewer);
        if (!required.every((rule) => satisfies(rule, held))) throw refusal('FORBIDDEN', 403, 'You may not ask this.');
      },
    }),
  };
}

/** Only Boolean defaults matter here: they decide `@skip` and `@include`. */
const withDefaults = (
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Record<string, unknown> = {},
): Record<string, unknown> => ({
  ...Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.BOOLEAN ? [[variable.name.value, defaultValue.value]] : [],
    ),
  ),
  ...given,
});

const refusal = (code: string, status: number, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status } } });
