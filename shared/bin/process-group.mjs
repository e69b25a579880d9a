// Processes and what they started. A command that installs or builds leads a group, and the group is ended as a whole.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const isLinux = process.platform === 'linux';

/** What Linux tells of a process; nothing when it is gone, or dead and only not yet waited for. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields are counted after the name, which stands in brackets and may hold spaces; the 22nd is the start time.
    const [state, ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : { group: Number(fields[1]), birth: fields[18] };
  } catch {
    return undefined;
  }
}

/** When a process began: with it a number says which process is meant, although numbers are used again. */
function birthOf(pid) {
  if (isLinux) return statOf(pid)?.birth;
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined;
}

export const processOf = (pid) => ({ pid, birth: birthOf(pid) });
export const isAlive = (one) => one?.birth !== undefined && birthOf(one.pid) === one.birth;

const variable = 'LOKAAL_PREPARING';

/** The environment of a command that runs under a lock: what it starts inherits it, and does not prepare once more. */
export const environmentUnder = (lock) => ({ ...process.env, [variable]: lock });

function runsUnder(lock, pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${variable}=${lock}`);
  } catch {
    return false;
  }
}

/**
 * Whether a group that was noted with its leader still is the one meant. Its leader may be gone before it, as that of the
 * native compiler is; then the environment tells. Only Linux shows that: elsewhere such a group is left alone.
 */
export function isGroupUnder(lock, leader) {
  if (leader?.birth === undefined) return false;
  const birth = birthOf(leader.pid);
  if (birth !== undefined || !isLinux) return birth === leader.birth;
  return readdirSync('/proc').some((pid) => statOf(pid)?.group === leader.pid && runsUnder(lock, pid));
}

/** Signals a process and all that it started; false when they are gone. */
function signalGroup(pid, signal) {
  try {
    return process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

const signalAt = (turn) => ['SIGTERM', 'SIGKILL'][turn / 50] ?? 0;

/** Ends a process and all that it started, and waits until they are gone: five seconds in order, then by force. */
export async function endGroup(pid) {
  // What is dead but was never waited for stays in the group, so there is an end to this.
  for (let turn = 0; turn < 100 && signalGroup(pid, signalAt(turn)); turn += 1) await pause(100);
}
