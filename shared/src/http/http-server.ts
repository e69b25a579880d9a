import { fastify, LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { StartError } from '../config/index.js';
import type { Logger } from '../logging/index.js';
import {
  handleClientError,
  handleError,
  handleFrameworkError,
  handleNotFound,
  httpError,
  sendError,
} from './http-error.js';
import { requestIdHeader, requestIdOf } from './request-id.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Name of the GraphQL operation, for the request's line in the log. */
    operation: string;
  }
}

export interface HttpServerOptions {
  readonly logger: Logger;
  /** Largest request body in bytes. */
  readonly bodyLimit: number;
  /** State of each part that must answer before requests may come. */
  readonly ready: () => Promise<Record<string, boolean>>;
  /** Addresses and networks of reverse proxies that are believed when they say for whom they ask; nobody by default. */
  readonly trustedProxies?: readonly string[];
  /** Milliseconds for a request to come in whole, headers and body; ten seconds by default. */
  readonly receiveTime?: number;
}

/** Leaves time to close databases, before whoever asked us to stop kills us after ten seconds. */
const drainTime = 8_000;

/** A Fastify server with what every process of ours has: request ids, one log line per request, coded errors, health routes. */
export function createHttpServer(options: HttpServerOptions): FastifyInstance {
  const { logger, bodyLimit, ready, trustedProxies = [], receiveTime = 10_000 } = options;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // Lines name their request themselves: no logger is made for each.
    childLoggerFactory: (parent) => parent,
    bodyLimit,
    requestTimeout: receiveTime,
    // Node looks every half minute for connections that are too slow, unless told otherwise.
    http: { headersTimeout: receiveTime, connectionsCheckingInterval: receiveTime / 10 },
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    frameworkErrors: handleFrameworkError,
    clientErrorHandler: handleClientError,
    genReqId: (raw) => requestIdOf(raw.headers[requestIdHeader]),
  }) as unknown as FastifyInstance;
  app.decorateRequest('operation', '');
  app.addHook('onRequest', async (request, reply) => {
    reply.header(requestIdHeader, request.id);
    // An inflated body would pass the limit, so no encoded body is taken at all.
    if (request.headers['content-encoding'] !== undefined) return sendError(reply, 415, encodedBody);
  });
  // None of its fields can hold a secret, and to look for one by name costs more than all the rest of the line.
  const requests = logger.child({}, { redact: [] });
  app.addHook('onResponse', async (request, reply) => logRequest(requests, request, reply));
  app.setErrorHandler(handleError);
  app.setNotFoundHandler(handleNotFound);
  addHealthRoutes(app, ready);
  return app;
}

const encodedBody = httpError('UNSUPPORTED_MEDIA_TYPE', 'Send the request body without content encoding.');

/** Only the route's pattern is logged: a path or query string can hold what the client typed. */
function logRequest(logger: Logger, request: FastifyRequest, { statusCode: status, elapsedTime }: FastifyReply): void {
  const { id, method, operation, routeOptions } = request;
  const line = {
    requestId: id,
    method,
    route: routeOptions.url,
    operation,
    status,
    ms: Math.round(elapsedTime * 10) / 10,
  };
  if (routeOptions.url?.endsWith('z')) logger.debug(line, 'request');
  else logger.info(line, 'request');
}

function addHealthRoutes(app: FastifyInstance, ready: HttpServerOptions['ready']): void {
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  app.get('/livez', async () => ({ live: true }));
  app.get('/readyz', async (_request, reply) => {
    const parts = draining ? { draining: false } : await ready();
    const allReady = Object.values(parts).every(Boolean);
    return reply.code(allReady ? 200 : 503).send({ ready: allReady, parts });
  });
}

/** Listens and tells the address; port 0 takes a free one. Throws a StartError when the port cannot be had. */
export async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    const reason = listenFailures[String((cause as NodeJS.ErrnoException).code)];
    throw reason ? new StartError(`Cannot listen on ${host}:${port}: ${reason}.`, { cause }) : cause;
  }
}

const listenFailures: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program has this port',
  EACCES: 'this user may not take this port',
  EADDRNOTAVAIL: 'this machine does not have this address',
  ENOTFOUND: 'there is no such host',
};

/** Takes no new requests, lets those in flight finish for at most eight seconds, then closes what is left. */
export async function drain(app: FastifyInstance): Promise<void> {
  const impatience = setTimeout(() => app.server.closeAllConnections(), drainTime);
  // A connection whose last answer went out while we wait is kept alive by its client, and would keep us waiting.
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
  await app.close().finally(() => {
    clearTimeout(impatience);
    clearInterval(sweep);
  });
}
