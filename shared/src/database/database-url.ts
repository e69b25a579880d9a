import { StartError } from '../config/index.js';
import type { DatabaseUrls } from '../graphql/subgraph.js';

const roleOption = /(?:^|\s)-c\s+role=(\S+)/;

export const databaseOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));
const loginOf = (url: string): string => decodeURIComponent(new URL(url).username);

/** The role that serves: the one that the connection switches to, else the one that logs in. */
export const servingRole = (url: string): string =>
  roleOption.exec(new URL(url).searchParams.get('options') ?? '')?.[1] ?? loginOf(url);

/** True when the connection logs in as somebody else and then switches to the serving role. */
export const switchesRole = (url: string): boolean => servingRole(url) !== loginOf(url);

/** The same URL with PostgreSQL settings for the whole connection (`-c name=value`), after those it already has. */
export function withSettings(url: string, settings: Readonly<Record<string, string | number>>): string {
  const changed = new URL(url);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  changed.searchParams.set('options', [changed.searchParams.get('options') ?? '', ...options].join(' ').trim());
  return changed.toString();
}

/**
 * How to use a database of one's own. With a URL for migrations the other one serves as it is; without, one login does
 * both and serving connections switch to the role `<database>_server`, which the migration step makes.
 */
export function ownDatabaseUrls(databaseUrl: string, migrationUrl?: string): DatabaseUrls {
  if (migrationUrl !== undefined) return { owner: migrationUrl, server: databaseUrl };
  const role = `${databaseOf(databaseUrl)}_server`;
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(role))
    throw new StartError(
      `The database "${databaseOf(databaseUrl)}" needs a name of small letters, digits and underscores, or a *_MIGRATION_URL.`,
    );
  return { owner: databaseUrl, server: withSettings(databaseUrl, { role }) };
}

/** Names a database in a message, without user and password. */
export const placeOf = (url: string): string => {
  const { hostname, port } = new URL(url);
  return `"${databaseOf(url)}" at ${hostname}:${port || 5432}`;
};
