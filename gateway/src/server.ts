import type { FastifyInstance } from 'fastify';
import type { IdentityProvider } from '@lokaal/shared/auth';
import { createHttpServer, drain, hangUpOf, listen } from '@lokaal/shared/http';
import { createApollo, type ApolloOptions } from './apollo.js';
import { addCompression } from './http/compression.js';
import type { AnswerDocument } from '@lokaal/shared/documents';
import { addDocumentRoutes } from './http/document-routes.js';
import { addGraphqlRoute } from './http/graphql-route.js';
import { addKeyRoute } from './http/key-route.js';
import { noIdentity, type Identity } from './identity.js';
import { genericLimits, ownLimits, type Limits } from './limits.js';
import type { Source } from './source.js';
import { within } from './within.js';

export interface ServerOptions extends ApolloOptions {
  /** Who asks; without it everybody is anonymous. */
  readonly identity?: Identity;
  /** The public keys of its access tokens, to be published. */
  readonly keys?: IdentityProvider['jwks'];
  readonly limits?: Partial<Limits>;
  /** Reverse proxies that tell the client's address: addresses and networks. */
  readonly trustedProxies?: readonly string[];
  /** Answers what is asked beside the graph: calendars, certificates, files. */
  readonly documents?: AnswerDocument;
  /** Adds routes beside /graphql, such as the playground. */
  readonly routes?: (app: FastifyInstance) => void | Promise<void>;
}

export interface GatewayServer {
  /** Listens and gives the address; port 0 takes a free one. */
  listen(at: { host: string; port: number }): Promise<string>;
  /** Finishes requests in flight (at most eight seconds), then closes the sources. */
  close(): Promise<void>;
}

/** The gateway as an HTTP server, not listening yet. Throws when the supergraph cannot be served safely. */
export async function createServer(options: ServerOptions): Promise<GatewayServer> {
  const { sources, logger, trustedProxies, identity = noIdentity, generic = false } = options;
  const limits = { ...(generic ? genericLimits : ownLimits), ...options.limits };
  const apollo = createApollo(options, limits);
  await apollo.start();
  const ready = () => readiness(sources);
  const app = createHttpServer({ logger, bodyLimit: limits.bodyBytes, ready, trustedProxies });
  addCompression(app);
  addGraphqlRoute(app, {
    apollo,
    answerBytes: limits.answerBytes,
    contextOf: async ({ id, ip, headers }, reply) => ({
      // before it is asked who that is, which takes of the time
      deadline: performance.now() + limits.requestTimeout,
      hangUp: hangUpOf(reply),
      viewer: await identity.identify(headers.authorization),
      requestId: id,
      clientAddress: ip,
      operation: { name: '' },
    }),
  });
  const { documents: answer } = options;
  if (answer) await addDocumentRoutes(app, { answer, identity, time: limits.requestTimeout });
  if (options.keys) addKeyRoute(app, options.keys);
  await options.routes?.(app);
  return {
    listen: (at) => listen(app, at),
    close: async () => {
      await drain(app);
      await apollo.stop();
      await Promise.all(sources.map((source) => source.close()));
    },
  };
}

async function readiness(sources: readonly Source[]): Promise<Record<string, boolean>> {
  const states = sources.map(async (source) => [source.name, await isReady(source)] as const);
  return Object.fromEntries(await Promise.all(states));
}

/** Milliseconds: whoever asks, asks again soon. */
const readyWithin = 3000;

const isReady = (source: Source): Promise<boolean> =>
  within({ time: readyWithin }, () => source.ready()).catch(() => false);
