import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { Limits } from '../limits.js';
import type { RequestContext } from '../request-context.js';
import { figure } from './figure.js';
import { type Page, pagesOf, rowsOf } from './pages.js';

/** Refuses pages of a size that no page has, and an operation whose pages can hold more rows than the limit. */
export function pageLimitPlugin({ rows: limit }: Pick<Limits, 'rows'>): ApolloServerPlugin<RequestContext> {
  const known = new WeakMap<OperationDefinitionNode, readonly Page[]>();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request: { variables = {} } }) => {
        if (!operation) return;
        const pages = known.get(operation) ?? pagesOf({ schema, document, operation });
        known.set(operation, pages);
        const rows = countRows(pages, variables);
        if (rows > limit) throw refused(tooMany(rows, limit), 'COST_EXCEEDED');
      },
    }),
  };
}

function countRows(...counted: Parameters<typeof rowsOf>): number {
  try {
    return rowsOf(...counted);
  } catch (error) {
    if (error instanceof GraphQLError) throw refused(error.message, error.extensions['code']);
    throw error;
  }
}

const tooMany = (rows: number, limit: number): string =>
  `The pages of this operation can hold ${figure(rows)} rows, and ${limit} is the limit. Ask for smaller pages by "first", for fewer pages in the rows of others, or several times.`;

const refused = (message: string, code: unknown): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
