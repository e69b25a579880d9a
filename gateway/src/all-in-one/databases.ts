import { ownDatabaseUrls, placeOf, refuseUnsafeServingRole } from '@lokaal/shared/database';
import type { SubgraphName } from '@lokaal/shared/graphql';
import type { AllDatabases } from '../embedded/databases.js';
import { claimEmbeddedDatabase } from '../embedded/embedded-database.js';
import type { AllInOneSettings, OwnDatabase } from './settings.js';
import type { Shutdown } from './shutdown.js';

export interface OpenDatabases {
  readonly urls: AllDatabases;
  readonly keySecret: string;
  /** For the start screen. */
  readonly description: string;
}

const ownUrls = (own: Record<SubgraphName, OwnDatabase>): AllDatabases => ({
  community: ownDatabaseUrls(own.community.databaseUrl, own.community.migrationUrl),
  catalogue: ownDatabaseUrls(own.catalogue.databaseUrl, own.catalogue.migrationUrl),
  infosec: ownDatabaseUrls(own.infosec.databaseUrl, own.infosec.migrationUrl),
});

type Open = (shutdown: Shutdown) => Promise<OpenDatabases>;

async function claimEmbedded({ values, keySecret }: AllInOneSettings): Promise<Open> {
  const start = await claimEmbeddedDatabase(values.DATA_DIR);
  return async (shutdown) => {
    const opening = start();
    // Before it is open: a signal in the meantime waits for it, and stops it.
    shutdown.add(() => opening.then((database) => database.stop()).catch(() => undefined));
    const { urls, secrets, folder, port } = await opening;
    const description = `embedded PostgreSQL in ${folder}, on 127.0.0.1:${port}`;
    return { urls, keySecret: keySecret ?? secrets.keySecret, description };
  };
}

/** The three databases: those of the configuration, else the embedded ones. What it answers opens them. */
export async function claimDatabases(settings: AllInOneSettings): Promise<Open> {
  const { ownDatabases: own, keySecret = '' } = settings;
  if (own === undefined) return claimEmbedded(settings);
  const places = Object.values(own).map(({ databaseUrl }) => placeOf(databaseUrl));
  return async () => ({ urls: ownUrls(own), keySecret, description: places.join(', ') });
}

/** After the migrations, which make the roles: none of them may see past row level security. */
export async function refuseUnsafeRoles(urls: AllDatabases): Promise<void> {
  await Promise.all(Object.values(urls).map(({ server }) => refuseUnsafeServingRole(server)));
}
