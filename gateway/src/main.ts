import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DocumentNode } from 'graphql';
import { createRequestSigner } from '@lokaal/shared/auth';
import {
  explainStartFailure,
  keepHeapSmall,
  readEnvironment,
  refuseConfiguration,
  StartError,
  unsafeInProduction,
} from '@lokaal/shared/config';
import { createLogger } from '@lokaal/shared/logging';
import { ownRoutes } from './http/own-routes.js';
import { createTokenIdentity } from './identity.js';
import { remoteDocuments } from './remote-documents.js';
import { remoteIdentityProvider } from './remote-identity.js';
import { createRemoteSources } from './remote-sources.js';
import { createServer, type GatewayServer } from './server.js';
import { graphsOf, parseSupergraph } from './supergraph.js';

function readFlags() {
  try {
    return parseArgs({
      options: { supergraph: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } },
    }).values;
  } catch (cause) {
    throw new StartError(`${(cause as Error).message} There are --supergraph FILE, --port N and --host ADDRESS.`, {
      cause,
    });
  }
}

/** Our own graph, with its subgraphs as services. */
async function createOwn(): Promise<GatewayServer> {
  const names = [
    'NODE_ENV',
    'LOG_LEVEL',
    'INTROSPECTION',
    'PLAYGROUND',
    'DEMO_DATA',
    'TRUSTED_PROXIES',
    'GATEWAY_SECRET',
    'COMMUNITY_URL',
    'CATALOGUE_URL',
    'INFOSEC_URL',
  ] as const;
  const settings = readEnvironment(names, process.env);
  const { COMMUNITY_URL: community, CATALOGUE_URL: catalogue, INFOSEC_URL: infosec, GATEWAY_SECRET: secret } = settings;
  refuseConfiguration(unsafeInProduction(settings));
  if (!community || !catalogue || !infosec || !secret) {
    throw new StartError(
      'The gateway as a service needs COMMUNITY_URL, CATALOGUE_URL, INFOSEC_URL and GATEWAY_SECRET.',
    );
  }
  const production = settings.NODE_ENV === 'production';
  const supergraph = readSupergraph(join(__dirname, '..', 'supergraph.graphql'));
  const sign = createRequestSigner(secret);
  const provider = remoteIdentityProvider(community, sign);
  return createServer({
    supergraph,
    sources: createRemoteSources(parseSupergraph(supergraph), { sign, urls: { community, catalogue, infosec } }),
    identity: createTokenIdentity(provider),
    keys: () => provider.jwks(),
    documents: remoteDocuments('community', community, sign),
    introspection: settings.INTROSPECTION ?? (production ? 'SIGNED_IN' : 'PUBLIC'),
    production,
    trustedProxies: settings.TRUSTED_PROXIES,
    logger: createLogger({ service: 'gateway', level: settings.LOG_LEVEL }),
    routes: ownRoutes(settings, settings.DEMO_DATA ?? false),
  });
}

/** Any Federation 2 supergraph, with the addresses that are written in it. */
async function createGeneric(file: string): Promise<GatewayServer> {
  const names = ['LOG_LEVEL', 'TRUSTED_PROXIES'] as const;
  const { LOG_LEVEL: level, TRUSTED_PROXIES: trustedProxies } = readEnvironment(names, process.env);
  const supergraph = readSupergraph(file);
  const sources = createRemoteSources(parsed(file, supergraph));
  const logger = createLogger({ service: 'gateway', level });
  return createServer({ supergraph, sources, generic: true, production: false, trustedProxies, logger });
}

function readSupergraph(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StartError(`The supergraph ${file} cannot be read.`, { cause });
  }
}

function parsed(file: string, supergraph: string): DocumentNode {
  try {
    const document = parseSupergraph(supergraph);
    graphsOf(document);
    return document;
  } catch (cause) {
    throw new StartError(`${file} is no Federation 2 supergraph: ${(cause as Error).message}`, { cause });
  }
}

function stopOnSignals(server: GatewayServer): void {
  const stop = (): void => {
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

async function main(): Promise<void> {
  keepHeapSmall();
  const flags = readFlags();
  const given = { ...process.env, ...(flags.host && { HOST: flags.host }), ...(flags.port && { PORT: flags.port }) };
  const { HOST: host, PORT: port } = readEnvironment(['HOST', 'PORT'], given);
  const server = await (flags.supergraph ? createGeneric(flags.supergraph) : createOwn());
  stopOnSignals(server);
  const url = await server.listen({ host, port });
  console.log(`Gateway at ${url}/graphql`);
}

main().catch((error: unknown) => {
  console.error(explainStartFailure(error));
  process.exit(1);
});
