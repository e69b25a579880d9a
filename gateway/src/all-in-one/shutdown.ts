import { setTimeout as pause } from 'node:timers/promises';

/**
 * Milliseconds; who starts us kills after ten seconds. What is not closed by then ends without us: PostgreSQL has been
 * asked to stop, and requests have had their time.
 */
const patience = 9_500;

/** Milliseconds. A terminal signals npm as well as us, and npm passes its signal on: two within this time are one. */
const echo = 1_000;

type Close = () => Promise<void>;

/** Closes what was opened, last first; once, whoever asks. */
export class Shutdown {
  private readonly closers: Close[] = [];
  private running?: Promise<boolean>;

  get asked(): boolean {
    return this.running !== undefined;
  }

  /** Something to close at the end; at once when the end has begun. */
  add(close: Close): void {
    if (this.asked) void close().catch(() => undefined);
    else this.closers.push(close);
  }

  /** False when something could not be closed. */
  run(): Promise<boolean> {
    this.running ??= Promise.race([this.closeAll(), pause(patience, true)]);
    return this.running;
  }

  private async closeAll(): Promise<boolean> {
    // A turn of the event loop, so that `asked` is true for whoever fails because of what is closed here.
    await Promise.resolve();
    let clean = true;
    for (let close = this.closers.pop(); close !== undefined; close = this.closers.pop())
      await close().catch((error: unknown) => {
        clean = false;
        console.error('While stopping:', error);
      });
    return clean;
  }
}

/** Ctrl-C, SIGTERM or a closed terminal: stop in order, exit 0. Another one later: leave at once. */
export function stopOnSignals(shutdown: Shutdown): void {
  let first: number | undefined;
  const stop = (): void => {
    first ??= performance.now();
    if (performance.now() - first > echo) process.exit(130);
    if (shutdown.asked) return;
    console.log('\nStopping: open requests are finished first ...');
    void shutdown.run().then((clean) => process.exit(clean ? 0 : 1));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}
