import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { RequestContext } from '../request-context.js';

/** Of a longer name the log tells the beginning. */
const longestName = 100;

/**
 * Names the operation for log and audit. Refuses a name that the document does not have, and a kind of operation that
 * this graph does not serve: Apollo Gateway answers those with HTTP 500.
 */
export const operationPlugin = (): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, operation, operationName, queryHash, contextValue }) => {
      if (!operation) throw refusal('The document has no operation of this name, or several and none was named.');
      const { operation: kind } = operation;
      // a schema of strangers may have subscriptions, but the gateway cannot execute them
      if (kind === OperationTypeNode.SUBSCRIPTION || !schema.getRootType(kind))
        throw refusal(`This graph answers no ${kind}.`);
      contextValue.operation.name = (operationName ?? queryHash.slice(0, 16)).slice(0, longestName);
    },
  }),
});

const refusal = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
