import { withConnection } from '@lokaal/shared/database';
import type { DatabaseUrls, SubgraphName } from '@lokaal/shared/graphql';
import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import type { Secrets } from './secrets.js';

export type AllDatabases = Record<SubgraphName, DatabaseUrls>;

const names = ['community', 'catalogue', 'infosec'] as const satisfies readonly SubgraphName[];

/** `login` is user:password. */
const urlOf = (port: number, login: string, database: string): string =>
  `postgres://${login}@127.0.0.1:${port}/${database}`;

async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (rowCount === 0)
    await client.query(`create role ${escapeIdentifier(role)} login password ${escapeLiteral(password)}`);
}

async function ensureDatabase(client: Client, name: SubgraphName): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await client.query(`create database ${name} owner ${name}_owner`);
  await client.query(`revoke all on database ${name} from public`);
}

/** One database for each subgraph, with a role that owns it and one that serves. Repeatable: a first start may be cut off. */
export async function ensureDatabases(port: number, secrets: Secrets): Promise<AllDatabases> {
  await withConnection(urlOf(port, `postgres:${secrets.postgres}`, 'postgres'), async (client) => {
    for (const name of names) {
      await ensureRole(client, `${name}_owner`, secrets.roles[name].owner);
      await ensureRole(client, `${name}_server`, secrets.roles[name].server);
      await ensureDatabase(client, name);
    }
    await client.query('revoke connect on database postgres, template1 from public');
  });
  const urls = (name: SubgraphName): DatabaseUrls => ({
    owner: urlOf(port, `${name}_owner:${secrets.roles[name].owner}`, name),
    server: urlOf(port, `${name}_server:${secrets.roles[name].server}`, name),
  });
  return { community: urls('community'), catalogue: urls('catalogue'), infosec: urls('infosec') };
}
