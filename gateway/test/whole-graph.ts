import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '@lokaal/catalogue';
import { community, type CommunityDependencies, type CommunitySubgraph } from '@lokaal/community';
import { infosec } from '@lokaal/infosec';
import { createRequestSigner, type IdentityProvider } from '@lokaal/shared/auth';
import type { Clock } from '@lokaal/shared/config';
import { demoPassword } from '@lokaal/shared/demo';
import type { DatabaseUrls, Subgraph, SubgraphModule } from '@lokaal/shared/graphql';
import { serveSubgraph } from '@lokaal/shared/http';
import { createLogger, type Logger } from '@lokaal/shared/logging';
import { cloneDatabase, closeBeforeDropping, type Migrated } from '../../shared/test/database.js';
import { demoPlan } from '../../shared/test/demo-plan.js';
import { TestClock } from '../../shared/test/subgraph.js';
import { createTokenIdentity } from '../src/identity.js';
import { InProcessSource } from '../src/in-process-source.js';
import { remoteIdentityProvider } from '../src/remote-identity.js';
import { createRemoteSources } from '../src/remote-sources.js';
import { createServer } from '../src/server.js';
import type { Source } from '../src/source.js';
import { parseSupergraph } from '../src/supergraph.js';
import { askAt, secret, transports, type Answer, type Transport } from './graph.js';

const supergraph = readFileSync(join(__dirname, '../supergraph.graphql'), 'utf8');
const names = ['community', 'catalogue', 'infosec'] as const;

/** The subgraph's database with reference and demonstration data in it. */
const withDemoData = (
  module: Pick<SubgraphModule<never>, 'name' | 'migrate' | 'seedReference' | 'seedDemo'>,
): Migrated => ({
  name: module.name,
  holds: 'demo',
  migrate: async (urls) => {
    await module.migrate(urls);
    await module.seedReference(urls);
    await module.seedDemo(urls, demoPlan);
  },
});

export interface WholeGraph {
  readonly urls: Readonly<Record<(typeof names)[number], DatabaseUrls>>;
  /** The subgraphs themselves, as somebody who passes the gateway by would find them. */
  readonly subgraphs: readonly Subgraph[];
  ask(transport: Transport, query: string, request?: Asked): Promise<Answer>;
  /** Asks, anonymously, while a subgraph cannot be reached. */
  askWithout(name: string, query: string, headers?: Asked['headers']): Promise<Answer>;
  /** Where each gateway listens, for questions that are not answered as JSON. */
  readonly addresses: Readonly<Record<Transport, string>>;
  /** Signs in and gives the header that says so. */
  signIn(email: string): Promise<Record<string, string>>;
}

interface Asked {
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

type Settings = Pick<CommunityDependencies, 'openIdIssuers' | 'clock'>;

/** The real three subgraphs on the demonstration data, behind one gateway in process and another over HTTP. */
export async function startWholeGraph({ clock = new TestClock(), ...settings }: Settings = {}): Promise<WholeGraph> {
  const logger = createLogger({ service: 'test', level: 'silent' });
  const databases = await Promise.all(
    [community, catalogue, infosec].map((module) => cloneDatabase(withDemoData(module))),
  );
  const urls = Object.fromEntries(names.map((name, index) => [name, databases[index]!])) as WholeGraph['urls'];
  const on = (name: (typeof names)[number]) => ({ databaseUrl: urls[name].server, logger, clock, connections: 4 });
  const people = await community.create({
    ...on('community'),
    ...settings,
    keySecret: secret,
    publicUrl: 'http://127.0.0.1',
    mail: { from: { name: 'Vereniging', address: 'post@vereniging.example' } },
    runsJobs: false,
  });
  const subgraphs = [people, await catalogue.create(on('catalogue')), await infosec.create(on('infosec'))];
  const gateways = await startGateways(people, subgraphs, { clock, logger });
  const ask: WholeGraph['ask'] = (transport, query, { variables, headers } = {}) =>
    askAt(`${gateways[transport]}/graphql`, { query, variables }, headers);
  return {
    urls,
    subgraphs,
    ask,
    askWithout: (name, query, headers) => askWithout(subgraphs, { name, query, headers }),
    addresses: gateways,
    signIn: (email) => signIn(ask, email),
  };
}

type Addresses = Record<Transport, string>;

async function startGateways(
  people: CommunitySubgraph,
  subgraphs: readonly Subgraph[],
  { clock, logger }: { clock: Clock; logger: Logger },
): Promise<Addresses> {
  const services = await Promise.all(
    subgraphs.map((subgraph) =>
      // the gateway in process closes the subgraphs, once
      serveSubgraph(
        { ...subgraph, close: async () => undefined },
        { host: '127.0.0.1', port: 0, secret, logger, ...(subgraph === people && { identity: people.identity }) },
      ),
    ),
  );
  const remote = Object.fromEntries(subgraphs.map(({ name }, index) => [name, `${services[index]!.url}/graphql`]));
  const sources: Record<Transport, Source[]> = {
    'in process': subgraphs.map((subgraph) => new InProcessSource(subgraph)),
    'over HTTP': createRemoteSources(parseSupergraph(supergraph), { sign: createRequestSigner(secret), urls: remote }),
  };
  const providers: Record<Transport, IdentityProvider> = {
    'in process': people.identity,
    'over HTTP': remoteIdentityProvider(remote['community']!, createRequestSigner(secret)),
  };
  const start = async (transport: Transport) => {
    const identity = createTokenIdentity(providers[transport], { clock });
    const server = await createServer({
      supergraph,
      sources: sources[transport],
      identity,
      introspection: 'PUBLIC',
      production: true,
      logger,
    });
    return { transport, server, url: await server.listen({ host: '127.0.0.1', port: 0 }) };
  };
  const gateways = await Promise.all(transports.map(start));
  closeBeforeDropping(async () => {
    // the gateway in process closes its subgraphs, so the one over HTTP goes first
    for (const { server } of gateways.toReversed()) await server.close();
    await Promise.all(services.map((service) => service.close()));
  });
  return Object.fromEntries(gateways.map(({ transport, url }) => [transport, url])) as Addresses;
}

async function askWithout(
  subgraphs: readonly Subgraph[],
  { name, query, headers }: { name: string; query: string } & Pick<Asked, 'headers'>,
): Promise<Answer> {
  const gone = (source: Source): Source => ({
    name: source.name,
    fetch: () => Promise.reject(new Error('connect ECONNREFUSED')),
    ready: async () => false,
    close: async () => undefined,
  });
  const sources = subgraphs.map((subgraph) => {
    const source = new InProcessSource({ ...subgraph, close: async () => undefined });
    return subgraph.name === name ? gone(source) : source;
  });
  const server = await createServer({
    supergraph,
    sources,
    logger: createLogger({ service: 'test', level: 'silent' }),
  });
  try {
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    return await askAt(`${url}/graphql`, { query }, headers);
  } finally {
    await server.close();
  }
}

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code } } }`;

async function signIn(ask: WholeGraph['ask'], email: string): Promise<Record<string, string>> {
  const { body } = await ask('in process', SIGN_IN, { variables: { input: { email, password: demoPassword } } });
  const { accessToken } = body.data!['signIn'] as { accessToken: string };
  return { authorization: `Bearer ${accessToken}` };
}
