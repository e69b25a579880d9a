import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { internalError, type PublicError } from '../errors/index.js';
import { requestIdHeader } from './request-id.js';

/** Answers of the HTTP layer itself have the form of GraphQL errors, so that clients need one way to read them. */
export const sendError = (reply: FastifyReply, status: number, error: PublicError): FastifyReply =>
  reply
    .code(status)
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [error] }));

export const httpError = (code: string, message: string): PublicError => ({ message, extensions: { code } });

const refusals: Record<number, PublicError> = {
  400: httpError('BAD_REQUEST', 'The request cannot be read.'),
  404: httpError('NOT_FOUND', 'There is nothing at this address.'),
  413: httpError('BODY_TOO_LARGE', 'The request body is too large.'),
  415: httpError('UNSUPPORTED_MEDIA_TYPE', 'The content type or encoding of the request body is not supported.'),
};

const jsonError = httpError('BAD_REQUEST', 'The request body is not valid JSON.');

/** Turns what Fastify or a route threw into a coded answer; only faults of our own are logged. */
export function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (error instanceof SyntaxError || error.code === 'FST_ERR_CTP_INVALID_JSON_BODY')
    return sendError(reply, 400, jsonError);
  if (status < 500) return sendError(reply, status, refusals[status] ?? refusals[400]!);
  request.log.error({ err: error, requestId: request.id }, 'a route failed');
  return sendError(reply, 500, internalError(request.id));
}

/** What the framework refuses before there is a route: a path that cannot be decoded, or a part of it that is too long. */
export function handleFrameworkError(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  // No hook has run, so the id is not among the headers yet.
  sendError(reply.header(requestIdHeader, request.id), 400, refusals[400]!);
}

/** Bytes that are no HTTP request: there is nothing but a socket to answer on. */
export function handleClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [line, refusal] = clientRefusals[error.code ?? ''] ?? unreadable;
  const body = JSON.stringify({ errors: [refusal] });
  const head = [
    `HTTP/1.1 ${line}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}

const unreadable = ['400 Bad Request', refusals[400]!] as const;

const clientRefusals: Readonly<Record<string, readonly [line: string, error: PublicError]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', httpError('REQUEST_TIMEOUT', 'The request came too slowly.')],
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    httpError('HEADERS_TOO_LARGE', 'The headers of the request are too large.'),
  ],
};

export const handleNotFound = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendError(reply, 404, refusals[404]!);
