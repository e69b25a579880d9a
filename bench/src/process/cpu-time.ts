import { readdir, readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second for user space, whatever the kernel's own clock does. */
const msPerTick = 10;

interface ProcessTimes {
  readonly parent: number;
  readonly own: number;
  /** Of children that ended. */
  readonly gone: number;
}

/** See proc_pid_stat(5); the second field may hold anything, but ends with the last parenthesis. */
export function parseStat(stat: string): ProcessTimes {
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, user = 0, system = 0, goneUser = 0, goneSystem = 0] = [1, 11, 12, 13, 14].map((at) => fields[at]);
  return { parent, own: (user + system) * msPerTick, gone: (goneUser + goneSystem) * msPerTick };
}

const timesOf = (pid: number | string): Promise<ProcessTimes | undefined> =>
  readFile(`/proc/${pid}/stat`, 'utf8').then(parseStat, () => undefined);

/** CPU time in ms that these processes have used; undefined where the system does not tell it so. */
export async function cpuTimeOf(pids: readonly number[]): Promise<number | undefined> {
  const times = await Promise.all(pids.map(timesOf));
  return times.reduce<number | undefined>((sum, one) => (sum === undefined || !one ? undefined : sum + one.own), 0);
}

/** CPU time in ms of a process and its children, also of those that ended: PostgreSQL has one for each connection. */
export async function cpuTimeOfFamily(pid: number): Promise<number | undefined> {
  const head = await timesOf(pid);
  if (!head) return undefined;
  const others = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const times = await Promise.all(others.map(timesOf));
  return times.reduce((sum, one) => (one?.parent === pid ? sum + one.own : sum), head.own + head.gone);
}
