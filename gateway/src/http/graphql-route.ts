import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpError } from '@lokaal/shared/http';
import type { RequestContext } from '../request-context.js';
import { prefersTable, tableAnswer } from './table-answer.js';

export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<RequestContext>;
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;
  /** Longest answer, in bytes before compression. */
  readonly answerBytes: number;
}

/** Headers that Apollo Server itself reads. No other header of a client goes any further than this file. */
const headersForApollo = ['accept', 'content-type', 'x-apollo-operation-name', 'apollo-require-preflight'];

/**
 * The GraphQL-over-HTTP route. Written out instead of taken from an integration package, because that one parses
 * the Host header as an address (a strange one gives HTTP 500) and copies all headers for each request.
 */
export function addGraphqlRoute(app: FastifyInstance, { apollo, contextOf, answerBytes }: GraphqlRouteOptions): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    let context: RequestContext | undefined;
    const table = prefersTable(request.headers.accept) ? {} : undefined;
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request, table && 'application/json'),
        search: searchOf(request.url),
        body: request.body,
      },
      context: async () => (context = { ...(await contextOf(request, reply)), ...(table && { table }) }),
    });
    request.operation = context?.operation.name ?? '';
    if (answer.body.kind !== 'complete') throw new Error('Answers in parts are not supported.');
    const { string: body } = answer.body;
    const tooLarge = Buffer.byteLength(body) > answerBytes;
    void reply.code(tooLarge ? 400 : (answer.status ?? 200)).header('cache-control', 'no-store');
    for (const [name, value] of answer.headers) void reply.header(name, value);
    if (tooLarge) return answerTooLarge(answerBytes);
    return context?.table?.of ? tableAnswer(reply, body, context.table.of) : body;
  };
  // The other methods answer 405 and name these two.
  app.route({ method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], url: '/graphql', exposeHeadRoute: false, handler });
}

const answerTooLarge = (limit: number): string =>
  JSON.stringify({
    errors: [
      httpError('ANSWER_TOO_LARGE', `The answer is larger than ${limit} bytes. Ask for fewer objects or fields.`),
    ],
  });

/** A table is made of the JSON that Apollo Server answers. */
function headersOf({ headers }: FastifyRequest, accept = headers.accept): HeaderMap {
  const map = new HeaderMap();
  for (const name of headersForApollo) {
    const value = name === 'accept' ? accept : headers[name];
    if (typeof value === 'string') map.set(name, value);
  }
  return map;
}

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}
