import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import {
  createRequestVerifier,
  issuedViewerPath,
  jwksPath,
  keyViewerPath,
  viewerPath,
  type IdentityProvider,
  type SignedRequest,
  type Viewer,
} from '../auth/index.js';
import type { Clock } from '../config/index.js';
import { expectedError, internalError } from '../errors/index.js';
import type { Subgraph } from '../graphql/subgraph.js';
import type { Logger } from '../logging/index.js';
import { hangUpOf } from './hang-up.js';
import { httpError, sendError } from './http-error.js';
import { createHttpServer, drain, listen } from './http-server.js';
import { addDocumentsRoute } from './serve-documents.js';

export interface ServeSubgraphOptions {
  readonly host: string;
  readonly port: number;
  /** The secret shared with the gateway, at least 32 bytes. */
  readonly secret: string;
  readonly logger: Logger;
  /** Given by the community: adds the routes for keys and viewers that the gateway asks. */
  readonly identity?: IdentityProvider;
  readonly clock?: Clock;
}

export interface SubgraphServer {
  readonly url: string;
  /** Drains requests, then closes the subgraph. */
  close(): Promise<void>;
}

/** References to a few thousand entities fit; clients' own bodies were limited by the gateway before. */
const bodyLimit = 4 * 1024 * 1024;

/** Runs a subgraph as a service that answers nobody but the gateway. */
export async function serveSubgraph(subgraph: Subgraph, options: ServeSubgraphOptions): Promise<SubgraphServer> {
  const { logger, secret, identity, clock } = options;
  const ready = async () => ({ [subgraph.name]: await subgraph.ready().catch(() => false) });
  const app = createHttpServer({ logger, bodyLimit, ready });
  // The signature is over the exact bytes, so the body stays as it came until it was verified.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => body,
  );
  app.decorateRequest('signed', null);
  const verify = createRequestVerifier(secret, subgraph.name, clock);
  await app.register(async (guarded) => {
    guarded.addHook('preHandler', async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      request.signed = (await verify(request.headers.authorization, body)) ?? null;
      if (!request.signed) return sendError(reply, 401, unsigned);
    });
    addGraphqlRoute(guarded, subgraph, logger);
    if (identity) addViewerRoutes(guarded, identity);
    if (identity) addIssuedViewerRoute(guarded, identity);
    if (subgraph.document) addDocumentsRoute(guarded, subgraph.document);
  });
  if (identity) app.get(jwksPath, () => identity.jwks());
  const url = await listen(app, options);
  return { url, close: () => drain(app).finally(() => subgraph.close()) };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What the gateway vouched for; null until it was verified. */
    signed: SignedRequest | null;
  }
}

const unsigned = httpError('UNAUTHENTICATED', 'This service answers signed requests of the gateway only.');

const operationSchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

function addGraphqlRoute(app: FastifyInstance, subgraph: Subgraph, logger: Logger): void {
  app.post('/graphql', async (request, reply) => {
    const operation = readBody(operationSchema, request);
    if (!operation) return sendError(reply, 400, unreadable);
    const signed = request.signed!;
    request.operation = signed.operation ?? '';
    const result = await subgraph.execute({
      ...signed,
      signal: hangUpOf(reply),
      query: operation.query,
      operationName: operation.operationName ?? undefined,
      variables: operation.variables ?? undefined,
    });
    reply.header('content-type', 'application/json; charset=utf-8');
    return reply.send(JSON.stringify(withPublicErrors(result, signed.requestId, logger)));
  });
}

const unreadable = httpError('BAD_REQUEST', 'The request body is not a GraphQL request.');

const sessionSchema = z.object({ personId: z.string(), sessionId: z.string() });
const keySchema = z.object({ keyId: z.string(), secretHash: z.string() });

function addViewerRoutes(app: FastifyInstance, identity: IdentityProvider): void {
  addViewerRoute(app, { path: viewerPath, schema: sessionSchema, viewerOf: (session) => identity.viewerOf(session) });
  addViewerRoute(app, { path: keyViewerPath, schema: keySchema, viewerOf: (key) => identity.viewerOfKey(key) });
}

interface ViewerRoute<Reference> {
  readonly path: string;
  readonly schema: z.ZodType<Reference>;
  readonly viewerOf: (reference: Reference) => Promise<Viewer | undefined>;
}

function addViewerRoute<Reference>(app: FastifyInstance, { path, schema, viewerOf }: ViewerRoute<Reference>): void {
  app.post(path, async (request, reply) => {
    const reference = readBody(schema, request);
    if (!reference) return sendError(reply, 400, unreadable);
    return reply.send({ viewer: (await viewerOf(reference)) ?? null });
  });
}

const issuedSchema = z.object({ token: z.string() });

function addIssuedViewerRoute(app: FastifyInstance, identity: IdentityProvider): void {
  app.post(issuedViewerPath, async (request, reply) => {
    const issued = readBody(issuedSchema, request);
    if (!issued) return sendError(reply, 400, unreadable);
    const answer = await identity.viewerOfIssued(issued.token);
    return reply.send('unavailable' in answer ? answer : { viewer: answer.viewer ?? null });
  });
}

function readBody<Body>(schema: z.ZodType<Body>, { body }: FastifyRequest): Body | undefined {
  const parsed = schema.safeParse(Buffer.isBuffer(body) ? JSON.parse(body.toString('utf8')) : undefined);
  return parsed.data;
}

/** Bugs leave this process without their cause; those that do not bear the request id yet are not in the log yet. */
function withPublicErrors(result: ExecutionResult, requestId: string, logger: Logger): unknown {
  if (!result.errors) return result;
  const publish = (error: GraphQLError): GraphQLFormattedError => {
    const expected = expectedError(error);
    if (!expected && error.extensions?.['requestId'] !== requestId)
      logger.error({ err: error.originalError ?? error, path: error.path, requestId }, 'a field failed');
    return { ...(expected ?? internalError(requestId)), ...(error.path && { path: error.path }) };
  };
  return { ...result, errors: result.errors.map(publish) };
}
