import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Waits for a line; the end of input without one means that we died. Then it stops the server like pg_ctl -m fast,
 * waits for its end (10 s at most) and removes what the other arguments name.
 */
const script = `read -r line && exit 0
pid=$1; shift
kill -INT "$pid" 2>/dev/null
turn=0; while kill -0 "$pid" 2>/dev/null && [ $turn -lt 100 ]; do sleep 0.1; turn=$((turn + 1)); done
[ $# -eq 0 ] || rm -rf -- "$@"`;

/** Calls the watchdog off. */
export type CallOff = () => Promise<void>;

/** Stops the server with this pid when our process ends without doing so, however it ends; then removes the folders. */
export function watchOver(pid: number | undefined, remove: readonly string[]): CallOff {
  if (pid === undefined) return async () => undefined;
  const child = spawn('/bin/sh', ['-c', script, 'watchdog', String(pid), ...remove], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  // Without a shell there is no watchdog; the next start ends an orphaned server as well.
  const ended = once(child, 'exit').catch(() => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  return async () => {
    child.stdin.end('done\n');
    await ended;
  };
}
