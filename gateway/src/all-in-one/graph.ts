import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, yesterday } from '@lokaal/shared/config';
import type { RowCounts } from '@lokaal/shared/graphql';
import { refuseDemoData } from '@lokaal/shared/seeding';
import { ownRoutes, showsPlayground } from '../http/own-routes.js';
import { createTokenIdentity } from '../identity.js';
import { InProcessSource } from '../in-process-source.js';
import { createServer, type GatewayServer } from '../server.js';
import { refuseUnsafeRoles, type OpenDatabases } from './databases.js';
import { createSubgraphs, prepareDatabases } from './graph-modules.js';
import type { AllInOneSettings } from './settings.js';
import { silencedBy } from './silenced-by.js';
import type { Shutdown } from './shutdown.js';
import { startScreen } from './start-screen.js';
import { tellWhenSlow } from './tell-when-slow.js';

/** Brings the databases up to date and checks that they are safe to serve. Answers how much there is in each. */
async function fillDatabases(settings: AllInOneSettings, { urls }: OpenDatabases): Promise<Record<string, RowCounts>> {
  const { values, demoData, production } = settings;
  const demo = demoData ? { scale: values.DEMO_SCALE, lastDay: yesterday(systemClock.now()) } : undefined;
  const rows = await prepareDatabases(urls, { demo });
  await refuseUnsafeRoles(urls);
  if (production) await refuseDemoData(urls.community.owner);
  return rows;
}

async function createGraph(
  settings: AllInOneSettings,
  databases: OpenDatabases,
  shutdown: Shutdown,
): Promise<GatewayServer> {
  const { values, production, demoData } = settings;
  const log = silencedBy(shutdown, values.LOG_LEVEL);
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
    supergraph: readFileSync(join(__dirname, '../../supergraph.graphql'), 'utf8'),
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

/** Fills the databases, and serves the three subgraphs and the gateway over them. */
export async function serveGraph(
  settings: AllInOneSettings,
  databases: OpenDatabases,
  shutdown: Shutdown,
): Promise<void> {
  const { values, demoData } = settings;
  const rows = await tellWhenSlow(
    `Bringing the databases up to date, with ${demoData ? 'demonstration' : 'reference'} data ...`,
    () => fillDatabases(settings, databases),
  );
  const server = await createGraph(settings, databases, shutdown);
  shutdown.add(() => server.close());
  if (shutdown.asked) return;
  const url = await server.listen({ host: values.HOST, port: values.PORT });
  const duration = performance.now();
  const playground = showsPlayground(values);
  console.log(startScreen({ url, playground, databases: databases.description, rows, demoData, duration }));
}
