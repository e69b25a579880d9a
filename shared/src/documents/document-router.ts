import createRouter from 'find-my-way';
import { GraphQLError } from 'graphql';
import { databaseFailure } from '../errors/index.js';
import type { AnswerDocument, DocumentAnswer, DocumentRoute } from './document.js';

/** Finds the route of a document by method and path. Undefined where there is none. */
export function routeDocuments(routes: readonly DocumentRoute[]): AnswerDocument {
  const router = createRouter();
  for (const route of routes) router.on(route.method, route.path, () => undefined, route);
  return async (request) => {
    const found = router.find(request.method, request.path);
    if (!found) return undefined;
    const parameters = found.params as Record<string, string>;
    // no name of anything, and PostgreSQL takes no NUL
    if (Object.values(parameters).some((one) => /\p{Cc}/u.test(one))) return undefined;
    return (found.store as DocumentRoute).answer(request, parameters).catch(unlessLate);
  };
}

/** In the words of the graph, by which a document may have been asked. */
function unlessLate(cause: unknown): DocumentAnswer {
  const isLate =
    cause instanceof GraphQLError ? cause.extensions['code'] === 'TIMEOUT' : databaseFailure(cause)?.code === 'TIMEOUT';
  if (!isLate) throw cause;
  const errors = [{ message: 'This took too long.', extensions: { code: 'TIMEOUT' } }];
  return { status: 504, type: 'application/json; charset=utf-8', body: JSON.stringify({ errors }) };
}
