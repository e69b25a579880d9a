import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createCluster,
  disposeBinaries,
  findBinaries,
  serverAccount,
  startServer,
} from '@lokaal/shared/embedded-postgres';

/** As `npm start` sets its own, with room for all contenders and with statements counted. */
const settings = {
  max_connections: 200,
  shared_buffers: '192MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: 1.1,
  max_parallel_workers_per_gather: 0,
  jit: 'off',
  timezone: 'UTC',
  // The data are thrown away.
  fsync: 'off',
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_utility': 'off',
};

export interface Login {
  readonly user: string;
  readonly password: string;
}

export interface BenchPostgres {
  readonly port: number;
  /** Of the server's first process, whose children serve the connections. */
  readonly pid: number;
  readonly superuser: Login;
  urlOf(database: string, login: Login): string;
  readonly stop: () => Promise<void>;
}

/** A PostgreSQL server of this run in the folder, which is removed with it. */
export async function startBenchPostgres(folder: string): Promise<BenchPostgres> {
  const data = join(folder, 'postgres');
  const superuser = { user: 'postgres', password: randomBytes(24).toString('base64url') };
  const account = await serverAccount(data);
  const binaries = await findBinaries(account);
  await createCluster({ folder: data, password: superuser.password, account, binaries, durable: false });
  const logFile = join(folder, 'postgres.log');
  const server = await startServer({ folder: data, logFile, account, binaries, settings, removeOnDeath: [folder] });
  const [pid] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
  return {
    port: server.port,
    pid: Number(pid),
    superuser,
    urlOf: (database, { user, password }) => `postgres://${user}:${password}@127.0.0.1:${server.port}/${database}`,
    stop: () => server.stop().finally(() => disposeBinaries(binaries)),
  };
}
