import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Asker } from '@lokaal/shared/callers';
import {
  type AnswerDocument,
  type DocumentAnswer,
  documentPrefixes,
  type DocumentRequest,
  uploadLimit,
} from '@lokaal/shared/documents';
import { handleNotFound, hangUpOf, httpError, sendError } from '@lokaal/shared/http';
import type { Identity, RefusedIdentity } from '../identity.js';
import { noAnswer } from '../no-answer.js';
import { TimeoutError, within } from '../within.js';
import { pageHeaders, policyOf } from './page-policy.js';

export interface DocumentRoutesOptions {
  readonly answer: AnswerDocument;
  readonly identity: Identity;
  /** Longest time for an answer, in milliseconds. */
  readonly time: number;
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
  { answer, identity, time }: DocumentRoutesOptions,
): Promise<FastifyReply> {
  // what somebody sent is done, whether they wait for it or not
  const hangUp = request.method === 'POST' ? undefined : hangUpOf(reply);
  const { id: requestId, ip: clientAddress } = request;
  try {
    const found = await within({ time, hangUp }, async (signal) => {
      const viewer = await identity.identify(request.headers.authorization);
      return answer({ ...partsOf(request), viewer, requestId, clientAddress, signal });
    });
    return found ? send(request, reply, found) : handleNotFound(request, reply);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return sendError(reply.headers(refusal.headers), refusal.status, refusal.error);
    if (!hangUp?.aborted) request.log.error({ err: error, requestId }, 'a document failed');
    return sendError(reply, error instanceof TimeoutError ? 504 : 503, noAnswer('community', error));
  }
}

/** Who asks was not found: as the graph says it. */
function refusalOf(error: unknown) {
  const { http, code } = (error instanceof GraphQLError ? error.extensions : {}) as Partial<RefusedIdentity>;
  if (!http || !code) return undefined;
  const headers = Object.fromEntries(http.headers ?? []);
  return { status: http.status, headers, error: httpError(code, (error as GraphQLError).message) };
}

function partsOf(request: FastifyRequest): Omit<DocumentRequest, keyof Asker> {
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
