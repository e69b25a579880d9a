import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export interface ServerProcess {
  readonly pid: number;
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface ServerProgram {
  /** Arguments of node: the script comes first. */
  readonly args: readonly string[];
  /** All of its environment, besides where programs are found. */
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Finds its address in what it prints; by then it answers. */
  readonly ready: RegExp;
}

const startTimeout = 300_000;

/** Its output goes to a file: nobody has to read along while it is measured. */
function spawnProgram({ args, env, logFile }: ServerProgram): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  try {
    const { PATH, TMPDIR, HOME } = process.env;
    return spawn(process.execPath, args, { stdio: ['ignore', log, log], env: { PATH, TMPDIR, HOME, ...env } });
  } finally {
    closeSync(log);
  }
}

async function waitForUrl(child: ChildProcess, { logFile, ready }: ServerProgram): Promise<string> {
  for (const deadline = Date.now() + startTimeout; Date.now() < deadline; await pause(50)) {
    const output = await readFile(logFile, 'utf8');
    const url = ready.exec(output)?.[1];
    if (url !== undefined) return url;
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${child.spawnargs.join(' ')} ended:\n${output}`);
  }
  throw new Error(`${child.spawnargs.join(' ')} is not ready after ${startTimeout / 1000} s: see ${logFile}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(impatience);
}

/** Starts a server in a Node.js process of its own and waits until it answers. */
export async function startServerProcess(program: ServerProgram): Promise<ServerProcess> {
  const child = spawnProgram(program);
  // Also when we are told to end before it is ready.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  try {
    const url = await waitForUrl(child, program);
    return { pid: child.pid!, url, stop: () => end(child) };
  } catch (error) {
    await end(child);
    throw error;
  }
}
