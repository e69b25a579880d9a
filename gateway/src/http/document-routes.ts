import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type AnswerDocument,
  type DocumentAnswer,
  documentPrefixes,
  type DocumentRequest,
  uploadLimit,
} from '@lokaal/shared/documents';
import { handleNotFound, httpError, sendError } from '@lokaal/shared/http';
import { type Identity, invalidToken } from '../identity.js';
import { communityUnavailable } from './community-unavailable.js';
import { pageHeaders, policyOf } from './page-policy.js';

export interface DocumentRoutesOptions {
  readonly answer: AnswerDocument;
  readonly identity: Identity;
}

/** Calendars, certificates and files: plain HTTP beside the graph, with the same identity. */
export async function addDocumentRoutes(app: FastifyInstance, options: DocumentRoutesOptions): Promise<void> {
  await app.register(async (documents) => {
    documents.removeAllContentTypeParsers();
    documents.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) => body);
    const handler = (request: FastifyRequest, reply: FastifyReply) => answerTo(request, reply, options);
    for (const url of documentPrefixes.flatMap((prefix) => [prefix, `${prefix}/*`]))
      documents.route({ method: ['GET', 'POST'], url, bodyLimit: uploadLimit, handler });
  });
}

async function answerTo(
  request: FastifyRequest,
  reply: FastifyReply,
  { answer, identity }: DocumentRoutesOptions,
): Promise<FastifyReply> {
  const viewer = await identity.identify(request.headers.authorization).catch(() => undefined);
  if (!viewer) return sendError(reply, 401, unauthenticated);
  const found = await answer({ ...partsOf(request), viewer, requestId: request.id }).catch((error: unknown) => {
    request.log.error({ err: error, requestId: request.id }, 'a document failed');
    return 'failed' as const;
  });
  if (found === 'failed') return sendError(reply, 503, communityUnavailable);
  return found ? send(request, reply, found) : handleNotFound(request, reply);
}

const unauthenticated = httpError('UNAUTHENTICATED', invalidToken);

function partsOf(request: FastifyRequest): Omit<DocumentRequest, 'viewer' | 'requestId'> {
  const contentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return {
    method: request.method === 'POST' ? 'POST' : 'GET',
    path: request.url.split('?')[0]!,
    query: Object.fromEntries(new URLSearchParams(request.url.split('?')[1])),
    ...(contentType && { contentType }),
    ...(Buffer.isBuffer(request.body) && { body: request.body }),
  };
}

/** A document runs nothing and loads nothing, whatever somebody wrote into it. */
const headers = {
  ...pageHeaders,
  'content-security-policy': policyOf({
    'style-src': "'unsafe-inline'",
    'img-src': 'data:',
    'form-action': "'self'",
    sandbox: 'allow-forms',
  }),
  'cache-control': 'private, no-cache',
};

/** Who has it already, such as a calendar program that asks every hour, is told so. */
function send(request: FastifyRequest, reply: FastifyReply, answer: DocumentAnswer): FastifyReply {
  const { status, type, body, fileName } = answer;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  void reply.headers(headers);
  if (fileName !== undefined) void reply.header('content-disposition', saveAs(fileName));
  if (request.method === 'POST' || status !== 200) return reply.code(status).type(type).send(body);
  void reply.header('etag', etag);
  const known = request.headers['if-none-match']?.split(/\s*,\s*/u).some((one) => one.replace(/^W\//u, '') === etag);
  return known ? reply.code(304).send() : reply.type(type).send(body);
}

/** RFC 6266: a plain name for old programs, and the real one in UTF-8. */
const saveAs = (name: string): string =>
  `attachment; filename="${name.replaceAll(/[^\w.-]/gu, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;
