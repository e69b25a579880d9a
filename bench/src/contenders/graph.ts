import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withConnection } from '@lokaal/shared/database';
import type { BenchPostgres } from '../postgres/bench-postgres.js';
import { createDatabase } from '../postgres/databases.js';
import { startServerProcess, type ServerProcess } from '../process/server-process.js';
import { root } from '../workspace.js';
import type { Contender, Place } from './contender.js';

const graphDatabases = ['community', 'catalogue', 'infosec'] as const;

const reference = readFileSync(join(root, 'bench/reference.graphql'), 'utf8');

/** The same two roles for each database as `npm start` makes. */
async function createDatabases(postgres: BenchPostgres): Promise<NodeJS.ProcessEnv> {
  const variables: NodeJS.ProcessEnv = {};
  for (const name of graphDatabases) {
    const [owner, server] = await createDatabase(postgres, name, [`${name}_owner`, `${name}_server`]);
    variables[`${name.toUpperCase()}_MIGRATION_URL`] = postgres.urlOf(name, owner!);
    variables[`${name.toUpperCase()}_DATABASE_URL`] = postgres.urlOf(name, server!);
  }
  return variables;
}

const startGraph = (env: NodeJS.ProcessEnv, logFile: string): Promise<ServerProcess> =>
  startServerProcess({
    // As `npm start` does.
    args: ['--max-semi-space-size=32', join(root, 'gateway/bin/start.mjs')],
    // Given here so that a .env of the clone does not change what is measured.
    env: { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', LOKAAL_PREPARING: '1', ...env },
    logFile,
    ready: /Graph +(http\S+\/graphql)[\s\S]*Ctrl-C/,
  });

/**
 * Measured is what runs in production, which refuses demonstration data since everybody knows their passwords. So one
 * start in development loads them, and their mark is taken away: these databases live on loopback, for minutes.
 */
async function load(databases: NodeJS.ProcessEnv, { postgres, folder, scale }: Place): Promise<void> {
  const demo = { NODE_ENV: 'development', DEMO_DATA: 'true', DEMO_SCALE: String(scale) };
  const loading = await startGraph({ ...databases, ...demo }, join(folder, 'graph-loading.log'));
  await loading.stop();
  for (const name of graphDatabases)
    await withConnection(postgres.urlOf(name, postgres.superuser), async (client) => {
      await client.query('delete from demo_data');
    });
}

/** This project in a single process, with its defaults for production, its log included. */
export const graph: Contender = {
  name: 'this project, one process',
  start: async (place) => {
    const databases = await createDatabases(place.postgres);
    await load(databases, place);
    const production = {
      NODE_ENV: 'production',
      DEMO_DATA: 'false',
      KEY_SECRET: randomBytes(32).toString('base64url'),
      // It must have a mail server; nobody is sent anything.
      SMTP_URL: 'smtp://127.0.0.1:1',
    };
    const { pid, url, stop } = await startGraph({ ...databases, ...production }, join(place.folder, 'graph.log'));
    return {
      url,
      pids: [pid],
      databases: graphDatabases,
      question: (first) => JSON.stringify({ query: reference, variables: { first } }),
      stop,
    };
  },
};
