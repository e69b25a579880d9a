import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import { refusalBy } from '@lokaal/shared/auth';
import type { AccessRules } from '../access-rules.js';
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
        const required = requiredRules({ ...ruled, variables: withDefaults(operation, request.variables) });
        const refusal = refusalBy(required, contextValue.viewer);
        if (refusal) throw refusals[refusal]();
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

const refusals = {
  UNAUTHENTICATED: () => refused('UNAUTHENTICATED', 401, 'Sign in to ask this.'),
  FORBIDDEN: () => refused('FORBIDDEN', 403, 'You may not ask this.'),
};

const refused = (code: string, status: number, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status } } });
