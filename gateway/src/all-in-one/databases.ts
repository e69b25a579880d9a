import { ownDatabaseUrls, placeOf, refuseUnsafeServingRole } from '@lokaal/shared/database';
import type { SubgraphName } from '@lokaal/shared/graphql';
import type { AllDatabases } from '../embedded/databases.js';
import { openEmbeddedDatabase } from '../embedded/embedded-database.js';
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

async function openEmbedded(settings: AllInOneSettings, shutdown: Shutdown): Promise<OpenDatabases> {
  const opening = openEmbeddedDatabase(settings.values.DATA_DIR);
  // Before it is open: a signal in the meantime waits for it, and stops it.
  shutdown.add(() => opening.then((database) => database.stop()).catch(() => undefined));
  const { urls, secrets, folder, port } = await opening;
  const description = `embedded PostgreSQL in ${folder}, on 127.0.0.1:${port}`;
  return { urls, keySecret: settings.keySecret ?? secrets.keySecret, description };
}

/** The three databases: those of the configuration, else the embedded ones. */
export async function openDatabases(settings: AllInOneSettings, shutdown: Shutdown): Promise<OpenDatabases> {
  const { ownDatabases: own, keySecret = '' } = settings;
  if (own === undefined) return openEmbedded(settings, shutdown);
  const places = Object.values(own).map(({ databaseUrl }) => placeOf(databaseUrl));
  return { urls: ownUrls(own), keySecret, description: places.join(', ') };
}

/** After the migrations, which make the roles: none of them may see past row level security. */
export async function refuseUnsafeRoles(urls: AllDatabases): Promise<void> {
  await Promise.all(Object.values(urls).map(({ server }) => refuseUnsafeServingRole(server)));
}
