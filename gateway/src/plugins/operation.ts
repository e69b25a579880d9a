import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { RequestContext } from '../request-context.js';

/** Names the operation for log and audit, and refuses a name that the document does not have: Apollo Gateway answers that with HTTP 500. */
export const operationPlugin = (): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, operationName, queryHash, contextValue }) => {
      if (!operation) throw unknownOperation();
      contextValue.operation.name = operationName ?? queryHash.slice(0, 16);
    },
  }),
});

const unknownOperation = (): GraphQLError =>
  new GraphQLError('The document has no operation of this name, or several and none was named.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });
