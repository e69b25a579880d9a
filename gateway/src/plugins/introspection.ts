import type { ApolloServerPlugin } from '@apollo/server';
import { BREAK, GraphQLError, visit, type DocumentNode } from 'graphql';
import { isAnonymous } from '@lokaal/shared/auth';
import type { RequestContext } from '../request-context.js';

/** Lets only viewers who are known read the schema: people, and systems with a key. */
export function introspectionForSignedIn(): ApolloServerPlugin<RequestContext> {
  const introspects = new WeakMap<DocumentNode, boolean>();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, contextValue }) => {
        if (!isAnonymous(contextValue.viewer)) return;
        const asksSchema = introspects.get(document) ?? asksForSchema(document);
        introspects.set(document, asksSchema);
        if (asksSchema) throw signInFirst();
      },
    }),
  };
}

function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      found ||= name.value === '__schema' || name.value === '__type';
      return found ? BREAK : undefined;
    },
  });
  return found;
}

const signInFirst = (): GraphQLError =>
  new GraphQLError('Sign in to read the schema.', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
