import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Waits for a line; the end of input without one means that we died. Then it stops the server like pg_ctl -m fast,
 * waits for its end (10 s at most) and removes what the other arguments name. The server removes its pid file last;
 * asking for its process is not enough, since nobody may be there to take note of its end.
 */
const script = `read -r line && exit 0
pid=$1; file=$2/postmaster.pid; shift 2
kill -INT "$pid" 2>/dev/null
turn=0; while [ -e "$file" ] && kill -0 "$pid" 2>/dev/null && [ $turn -lt 100 ]; do sleep 0.1; turn=$((turn + 1)); done
[ $# -eq 0 ] || rm -rf -- "$@"`;

export interface Watched {
  readonly pid: number | undefined;
  /** Data folder of the server. */
  readonly folder: string;
  /** What to remove after its end. */
  readonly remove: readonly string[];
}

/** Calls the watchdog off. */
export type CallOff = () => Promise<void>;

/** Stops the server when our process ends without doing so, however it ends. */
export function watchOver({ pid, folder, remove }: Watched): CallOff {
  if (pid === undefined) return async () => undefined;
  const child = spawn('/bin/sh', ['-c', script, 'watchdog', String(pid), folder, ...remove], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  // Without a shell there is no watchdog; the next start ends an orphaned server as well.
  const ended = once(child, 'exit').catch(() => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  return async () => {
    // Somebody waits for it now, perhaps with nothing else to do.
    child.ref();
    child.stdin.end('done\n');
    await ended;
  };
}
