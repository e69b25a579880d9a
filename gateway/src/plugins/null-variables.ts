import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isNonNullType,
  type OperationDefinitionNode,
  TypeInfo,
  ValidationContext,
} from 'graphql';
import type { RequestContext } from '../request-context.js';

interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/**
 * Refuses null for a variable that stands where null is not taken. Validation lets such a variable be when there is a default,
 * of its own or where it stands; null in its place is the one value that this does not save.
 */
export function nullVariablesPlugin(): ApolloServerPlugin<RequestContext> {
  const known = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request: { variables = {} } }) => {
        const nulls = Object.keys(variables).filter((name) => variables[name] === null);
        if (!operation || nulls.length === 0) return;
        const needed = known.get(operation) ?? neverNull({ schema, document, operation });
        known.set(operation, needed);
        const refused = nulls.find((name) => needed.has(name));
        if (refused !== undefined) throw notNull(refused);
      },
    }),
  };
}

function neverNull({ schema, document, operation }: Asked): ReadonlySet<string> {
  const context = new ValidationContext(schema, document, new TypeInfo(schema), () => undefined);
  const usages = context.getRecursiveVariableUsages(operation);
  return new Set(usages.filter(({ type }) => isNonNullType(type)).map(({ node }) => node.name.value));
}

const notNull = (name: string): GraphQLError =>
  new GraphQLError(`Variable "$${name}": null is not taken where it stands. Leave it out for its default.`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
