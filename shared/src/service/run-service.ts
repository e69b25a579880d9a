import type { IdentityProvider } from '../auth/index.js';
import { explainStartFailure, keepHeapSmall, systemClock, yesterday } from '../config/index.js';
import { refuseUnsafeServingRole } from '../database/index.js';
import type { Subgraph, SubgraphDependencies, SubgraphModule } from '../graphql/index.js';
import { serveSubgraph, type SubgraphServer } from '../http/index.js';
import { createLogger } from '../logging/index.js';
import { refuseDemoData } from '../seeding/index.js';
import { readServiceSettings, type ServiceSettings } from './service-settings.js';

/** A subgraph; the community's also tells who calls. */
type Served = Subgraph & { readonly identity?: IdentityProvider };

/** How one subgraph as a service differs from another. */
interface Service<D extends SubgraphDependencies> {
  readonly module: SubgraphModule<D> & { create(dependencies: D): Promise<Served> };
  /** Where it listens when PORT does not say. */
  readonly port: number;
  /** What it needs beside a database, a log and a clock, from the environment. */
  readonly settings?: (source: NodeJS.ProcessEnv) => Omit<D, keyof SubgraphDependencies>;
}

/** Runs a subgraph as a process of its own, until a signal ends it. */
export function runService<D extends SubgraphDependencies>(service: Service<D>): void {
  keepHeapSmall();
  start(service).then(stopOnSignals, (error: unknown) => {
    process.stderr.write(`${explainStartFailure(error)}\n`);
    process.exitCode = 1;
  });
}

async function start<D extends SubgraphDependencies>(service: Service<D>): Promise<SubgraphServer> {
  const { module, port } = service;
  const settings = readServiceSettings(module.name, port, process.env);
  const own = service.settings?.(process.env);
  await prepare(module, settings);
  const logger = createLogger({ service: module.name, level: settings.logLevel });
  const subgraph = await module.create({ databaseUrl: settings.urls.server, logger, ...own } as D);
  const server = await serve(subgraph, { ...settings, logger });
  logger.info({ url: server.url }, 'ready');
  return server;
}

/** Brings the database up to date. Each step locks out other processes that do the same. */
async function prepare(
  module: Pick<SubgraphModule<never>, 'migrate' | 'seedReference' | 'seedDemo'>,
  { urls, production, demoData, demoScale }: ServiceSettings,
): Promise<void> {
  await module.migrate(urls);
  await refuseUnsafeServingRole(urls.server);
  if (production) await refuseDemoData(urls.owner);
  await module.seedReference(urls);
  if (demoData) await module.seedDemo(urls, { scale: demoScale, lastDay: yesterday(systemClock.now()) });
}

async function serve(subgraph: Served, options: Parameters<typeof serveSubgraph>[1]): Promise<SubgraphServer> {
  try {
    return await serveSubgraph(subgraph, { ...options, identity: subgraph.identity });
  } catch (error) {
    // open connections would keep the process alive
    await subgraph.close();
    throw error;
  }
}

/** Requests in flight are finished; then nothing is open any more, and the process ends by itself. */
function stopOnSignals(server: SubgraphServer): void {
  const stop = (): void => {
    server.close().catch((error: unknown) => {
      process.stderr.write(`While stopping: ${String(error)}\n`);
      process.exitCode = 1;
    });
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}
