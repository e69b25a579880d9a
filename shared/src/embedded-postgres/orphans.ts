import { spawnSync } from 'node:child_process';
import { readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../config/index.js';

const pidFile = (folder: string): string => join(folder, 'postmaster.pid');

async function postmasterOf(folder: string): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(pidFile(folder), 'utf8').catch(() => ''), 10);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

/** Every process of a PostgreSQL server works in its data folder: no other server's does. */
async function processesIn(folder: string): Promise<number[]> {
  const home = await stat(folder);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const cwd = await stat(`/proc/${pid}/cwd`).catch(() => undefined);
      if (cwd?.ino !== home.ino || cwd.dev !== home.dev) return 0;
      // Somebody's shell may stand in the folder too.
      const program = await readlink(`/proc/${pid}/exe`).catch(() => '');
      return /\/postgres( \(deleted\))?$/.test(program) ? pid : 0;
    }),
  );
  return found.filter((pid) => pid > 0);
}

/** Without /proc: the process of the pid file, when its command names the folder. */
async function postmasterByCommand(folder: string): Promise<number[]> {
  const pid = await postmasterOf(folder);
  if (pid === undefined) return [];
  const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  return command.includes(folder) ? [pid] : [];
}

const serversOn = (folder: string): Promise<number[]> =>
  process.platform === 'linux' ? processesIn(folder) : postmasterByCommand(folder);

function signal(pids: readonly number[], name: 'SIGINT' | 'SIGQUIT'): void {
  for (const pid of pids)
    try {
      process.kill(pid, name);
    } catch {
      // It ended by itself in the meantime.
    }
}

async function gone(folder: string, milliseconds: number): Promise<boolean> {
  for (const deadline = Date.now() + milliseconds; Date.now() < deadline; await pause(50))
    if ((await serversOn(folder)).length === 0) return true;
  return false;
}

/**
 * Ends a server that outlived the process that started it (kill -9), and forgets a pid that now belongs to something else.
 * Throws a StartError when it does not end.
 */
export async function endOrphans(folder: string): Promise<void> {
  const found = await serversOn(folder);
  const postmaster = await postmasterOf(folder);
  if (found.length > 0) {
    const leader = found.filter((pid) => pid === postmaster);
    // A server without its postmaster takes no orders but this one.
    signal(leader.length > 0 ? leader : found, leader.length > 0 ? 'SIGINT' : 'SIGQUIT');
    if (!(await gone(folder, 10_000))) signal(await serversOn(folder), 'SIGQUIT');
    if (!(await gone(folder, 5_000)))
      throw new StartError(
        `A PostgreSQL server from before still runs on ${folder} (process ${found[0]}): stop it first.`,
      );
  }
  await rm(pidFile(folder), { force: true });
}
