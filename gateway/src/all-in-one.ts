import './telemetry-off.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainStartFailure, keepHeapSmall, systemClock, yesterday } from '@lokaal/shared/config';
import { createLogger } from '@lokaal/shared/logging';
import { refuseDemoData } from '@lokaal/shared/seeding';
import { openDatabases, refuseUnsafeRoles, type OpenDatabases } from './all-in-one/databases.js';
import { createSubgraphs, prepareDatabases } from './all-in-one/graph-modules.js';
import { requireFreePort } from './all-in-one/port.js';
import { readAllInOneSettings, type AllInOneSettings } from './all-in-one/settings.js';
import { Shutdown, stopOnSignals } from './all-in-one/shutdown.js';
import { startScreen } from './all-in-one/start-screen.js';
import { tellWhenSlow } from './all-in-one/tell-when-slow.js';
import { ownRoutes, showsPlayground } from './http/own-routes.js';
import { createTokenIdentity } from './identity.js';
import { InProcessSource } from './in-process-source.js';
import { createServer, type GatewayServer } from './server.js';

async function createGraph(settings: AllInOneSettings, databases: OpenDatabases): Promise<GatewayServer> {
  const { values, production, demoData } = settings;
  const log = (service: string) => createLogger({ service, level: values.LOG_LEVEL });
  const subgraphs = await createSubgraphs({
    urls: databases.urls,
    log,
    keySecret: databases.keySecret,
    publicUrl: values.PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`,
    firstStaffEmail: values.FIRST_STAFF_EMAIL,
    mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM },
    openIdIssuers: values.OPENID_ISSUERS,
  });
  return createServer({
    supergraph: readFileSync(join(__dirname, '../supergraph.graphql'), 'utf8'),
    sources: subgraphs.all.map((subgraph) => new InProcessSource(subgraph)),
    identity: createTokenIdentity(subgraphs.community.identity),
    keys: () => subgraphs.community.identity.jwks(),
    documents: subgraphs.community.document,
    introspection: values.INTROSPECTION ?? (production ? 'SIGNED_IN' : 'PUBLIC'),
    production,
    trustedProxies: values.TRUSTED_PROXIES,
    logger: log('gateway'),
    routes: ownRoutes(values, demoData),
  });
}

async function start(shutdown: Shutdown): Promise<void> {
  const settings = readAllInOneSettings(process.env);
  const { HOST: host, PORT: port, DEMO_SCALE: scale } = settings.values;
  const { demoData } = settings;
  const demo = demoData ? { scale, lastDay: yesterday(systemClock.now()) } : undefined;
  await requireFreePort(host, port);
  const databases = await tellWhenSlow('Starting the databases ...', () => openDatabases(settings, shutdown));
  const rows = await tellWhenSlow(
    `Bringing the databases up to date, and loading ${demoData ? 'demonstration' : 'reference'} data ...`,
    () => prepareDatabases(databases.urls, { demo }),
  );
  await refuseUnsafeRoles(databases.urls);
  if (settings.production) await refuseDemoData(databases.urls.community.owner);
  const server = await createGraph(settings, databases);
  shutdown.add(() => server.close());
  const url = await server.listen({ host, port });
  const duration = performance.now();
  const playground = showsPlayground(settings.values);
  console.log(startScreen({ url, playground, databases: databases.description, rows, demoData, duration }));
}

/** The whole graph in one process, until a signal ends it. */
export async function main(): Promise<void> {
  keepHeapSmall();
  const shutdown = new Shutdown();
  stopOnSignals(shutdown);
  try {
    await start(shutdown);
  } catch (error) {
    // Stopping pulls the databases away from a start that is under way: the signal exits, not this failure.
    if (shutdown.asked) return;
    console.error(explainStartFailure(error));
    await shutdown.run();
    process.exit(1);
  }
}
