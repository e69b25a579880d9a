import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../config/index.js';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { endOrphans } from './orphans.js';
import { spawnProgram } from './spawn-server.js';
import { watchOver } from './watchdog.js';

export interface ServerPlan {
  /** Data folder, made by `createCluster`. */
  readonly folder: string;
  readonly logFile: string;
  readonly account: Account;
  readonly binaries: Binaries;
  /** Settings of postgresql.conf, beyond address and port. */
  readonly settings: Readonly<Record<string, string | number>>;
  /** Folders to remove when this process dies without stopping the server. */
  readonly removeOnDeath?: readonly string[];
  /** A free one when absent. */
  readonly port?: number;
}

export interface RunningServer {
  readonly port: number;
  /** Settles when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends it: disconnects everybody, writes everything, at most `patience` ms; then at once, recovering at the next start. */
  stop(patience?: number): Promise<void>;
}

/** Loopback only, and no socket in the file system that others could reach. */
const closedToOthers = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };
const startTimeout = 60_000;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening, failed) => {
    probe.once('error', failed).listen(0, '127.0.0.1', listening);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

function spawnServer(plan: ServerPlan, port: number): ChildProcess {
  const settings = Object.entries({ ...plan.settings, ...closedToOthers, port });
  const log = openSync(plan.logFile, 'a', 0o600);
  try {
    return spawnProgram({
      path: plan.binaries.postgres,
      account: plan.account,
      output: log,
      opens: [plan.folder],
      args: ([data = '']) => ['-D', data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    });
  } finally {
    closeSync(log);
  }
}

/** The eighth line of postmaster.pid is the server's state: what pg_ctl waits for too. */
async function isReady({ folder }: ServerPlan, pid: number | undefined): Promise<boolean> {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

async function lastComplaint({ logFile }: ServerPlan): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).split('\n');
  return lines.findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? `see ${logFile}`;
}

/** True when it is ready, false when it ended instead. */
async function becomesReady(plan: ServerPlan, child: ChildProcess, ended: Promise<void>): Promise<boolean> {
  let alive = true;
  void ended.then(() => (alive = false));
  for (const deadline = Date.now() + startTimeout; alive && Date.now() < deadline; await pause(15))
    if (await isReady(plan, child.pid)) return true;
  return false;
}

async function tryStart(plan: ServerPlan): Promise<RunningServer | undefined> {
  const port = plan.port ?? (await freePort());
  const child = spawnServer(plan, port);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const remove = [plan.binaries.copy ?? [], plan.removeOnDeath ?? []].flat();
  const callOff = watchOver({ pid: child.pid, folder: plan.folder, remove });
  void ended.then(callOff);
  if (!(await becomesReady(plan, child, ended))) {
    child.kill('SIGQUIT');
    await ended;
    return undefined;
  }
  // The process stays alive by what it serves, not by its database.
  child.unref();
  const stop = async (patience = 5_000): Promise<void> => {
    child.ref();
    child.kill('SIGINT');
    if (!(await Promise.race([ended.then(() => true), pause(patience, false, { ref: false })]))) child.kill('SIGQUIT');
    await ended;
    await callOff();
  };
  return { port, ended, stop };
}

/**
 * Starts the server on a free port of loopback, after it has ended one that was left from before on the same folder.
 * Throws a StartError with the server's own words when it does not come up.
 */
export async function startServer(plan: ServerPlan): Promise<RunningServer> {
  await endOrphans(plan.folder);
  // Somebody may take the free port before the server does: once more is enough.
  const server = (await tryStart(plan)) ?? (await tryStart(plan));
  if (server === undefined) throw new StartError(`The embedded database does not start: ${await lastComplaint(plan)}`);
  return server;
}
