import createRouter from 'find-my-way';
import type { AnswerDocument, DocumentRoute } from './document.js';

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
    return (found.store as DocumentRoute).answer(request, parameters);
  };
}
