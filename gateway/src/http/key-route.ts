import type { FastifyInstance } from 'fastify';
import { type IdentityProvider, jwksPath } from '@lokaal/shared/auth';
import { sendError } from '@lokaal/shared/http';
import { noAnswer } from '../no-answer.js';

/** RFC 7517: the public keys, by which others verify access tokens of this graph. They may be kept for five minutes. */
export function addKeyRoute(app: FastifyInstance, keys: IdentityProvider['jwks']): void {
  app.get(jwksPath, async (request, reply) => {
    const set = await keys().catch((error: unknown) => {
      request.log.error({ err: error, requestId: request.id }, 'the public keys cannot be read');
    });
    if (!set) return sendError(reply, 503, noAnswer('community'));
    return reply.header('cache-control', 'public, max-age=300').type('application/jwk-set+json').send(set);
  });
}
