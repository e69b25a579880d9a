import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Account } from './account.js';

export interface Program {
  readonly path: string;
  readonly account: Account;
  /** Where its output goes: a file descriptor, or a pipe that the caller reads. */
  readonly output: number | 'pipe';
  /** Files and folders that it opens: `args` gets a path for each, in this order. */
  readonly opens: readonly string[];
  readonly args: (paths: readonly string[]) => readonly string[];
}

/** Nothing of ours but this: PGPORT, PGOPTIONS and the like must not reach the server. */
const environment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
const firstDescriptor = 3;

/**
 * Starts a program of PostgreSQL in a process group of its own, so that Ctrl-C in a terminal reaches us first.
 *
 * Under another account the program may lack the right to walk to its folder (a clone in /root, a data folder of mode
 * 700). It gets the opened folder itself as a descriptor, and finds it as /proc/self/fd/N: no rights have to be widened.
 */
export function spawnProgram({ path, account, output, opens, args }: Program): ChildProcess {
  const descriptors = account === undefined ? [] : opens.map((file) => openSync(file, 'r'));
  const paths = account === undefined ? opens : opens.map((_, index) => `/proc/self/fd/${firstDescriptor + index}`);
  const stdio: StdioOptions = ['ignore', output, output, ...descriptors];
  try {
    return spawn(path, args(paths), { ...account, stdio, detached: true, cwd: '/', env: environment });
  } finally {
    for (const descriptor of descriptors) closeSync(descriptor);
  }
}
