import { existsSync } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  createCluster,
  disposeBinaries,
  findBinaries,
  serverAccount,
  startServer,
  type RunningServer,
  type ServerPlan,
} from '@lokaal/shared/embedded-postgres';
import { inspectDataFolder, openDataFolder } from './data-folder.js';
import { ensureDatabases, type AllDatabases } from './databases.js';
import { lockDataFolder } from './instance-lock.js';
import { readSecrets, type Secrets } from './secrets.js';

export interface EmbeddedDatabase {
  readonly urls: AllDatabases;
  readonly secrets: Secrets;
  readonly folder: string;
  readonly port: number;
  /** True when this start made it: there is no data yet. */
  readonly isNew: boolean;
  stop(): Promise<void>;
}

/** For two shared cores and some gigabytes. Nothing that was acknowledged may be lost, so every commit waits for the disk. */
const settings = {
  max_connections: 60,
  shared_buffers: '192MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  synchronous_commit: 'on',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  random_page_cost: 1.1,
  // Statements are short: a second core serves the next request better than half of this one.
  max_parallel_workers_per_gather: 0,
  jit: 'off',
  log_checkpoints: 'off',
  // What fails is in our own log, under its request. Here it is a line, without tens of kilobytes of SQL and what people typed.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  timezone: 'UTC',
};

const largestLog = 5_000_000;

async function turnLog(logFile: string): Promise<void> {
  const size = (await stat(logFile).catch(() => undefined))?.size ?? 0;
  if (size > largestLog) await rename(logFile, `${logFile}.1`);
}

/** Starts it again on the same port when it ends unasked: pools connect anew by themselves. */
function keepRunning(plan: ServerPlan, first: RunningServer): () => Promise<void> {
  let current = Promise.resolve(first);
  let stopping = false;
  const watch = (server: RunningServer): void => {
    void server.ended.then(() => {
      if (stopping) return;
      current = startServer({ ...plan, port: first.port });
      current.then(watch, (error: unknown) =>
        process.emitWarning(`The embedded database ended and does not start again: ${String(error)}`),
      );
    });
  };
  watch(first);
  return async () => {
    stopping = true;
    await current.then((server) => server.stop()).catch(() => undefined);
  };
}

/** Runs the next step of the start; when it fails, undoes what was started before it. */
async function orUndo<Result>(step: () => Promise<Result>, undo: () => Promise<void>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    await undo();
    throw error;
  }
}

async function startCluster(folder: string): Promise<Omit<EmbeddedDatabase, 'folder'>> {
  const cluster = join(folder, 'postgres');
  const logFile = join(folder, 'postgres.log');
  const isNew = !existsSync(cluster);
  const secrets = await readSecrets(folder, !isNew);
  const account = await serverAccount(cluster);
  const binaries = await findBinaries(account);
  const dispose = () => disposeBinaries(binaries);
  const plan: ServerPlan = { folder: cluster, logFile, account, binaries, settings };
  return orUndo(async () => {
    if (isNew) await createCluster({ folder: cluster, password: secrets.postgres, account, binaries, durable: true });
    await turnLog(logFile);
    const server = await startServer(plan);
    const stop = keepRunning(plan, server);
    const urls = await orUndo(() => ensureDatabases(server.port, secrets), stop);
    return { urls, secrets, isNew, port: server.port, stop: () => stop().finally(dispose) };
  }, dispose);
}

/**
 * PostgreSQL in a folder of ours: made when missing, recovered when its last user died, closed to other instances. Takes the
 * folder; what it answers starts PostgreSQL there.
 * Throws a StartError when the folder is in use, newer, somebody else's or not writable.
 */
export async function claimEmbeddedDatabase(dataDir: string): Promise<() => Promise<EmbeddedDatabase>> {
  const folder = resolve(dataDir);
  await inspectDataFolder(folder);
  await openDataFolder(folder);
  const unlock = await lockDataFolder(folder);
  return async () => {
    const database = await orUndo(() => startCluster(folder), unlock);
    return { ...database, folder, stop: () => database.stop().finally(unlock) };
  };
}
