import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues, GraphQLError } from 'graphql';
import { questionOf } from '../execution/shape/shape.js';
import type { RequestContext } from '../request-context.js';
import { compileTable } from '../table/table.js';

/** Where the client wants a table, refuses what cannot be one before anything is fetched, and says how to make it of the answer. */
export const tablePlugin = (): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request: { variables = {} }, contextValue }) => {
      if (!contextValue.table || !operation) return;
      // The executor refuses them, in its words.
      if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return;
      const tableOf = compileTable(questionOf({ document, operation, schema }, variables));
      if (!tableOf) throw noTable();
      contextValue.table.of = tableOf;
    },
  }),
});

const noTable = (): GraphQLError =>
  new GraphQLError(
    'As text/csv only a query of one connection with its nodes is answered: the only root field, or the only field of the single objects that lead to it, without facets. Ask this as application/json.',
    { extensions: { code: 'NOT_ACCEPTABLE', http: { status: 406 } } },
  );
