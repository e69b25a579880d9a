import type { Clock } from '@lokaal/shared/config';

/** A thread may end once by bad luck; so often in a row it ends again the next time. */
const failuresInRow = 3;
const second = 1_000;
const pause = 60 * second;

/** Keeps a thread that ends each time from being started again and again: after a pause one order tries it. */
export class ThreadPause {
  private failures = 0;
  private until = new Date(0);

  constructor(private readonly clock: Clock) {}

  /** Seconds until it may be tried again; undefined when it may be now. */
  get secondsLeft(): number | undefined {
    const left = this.until.getTime() - this.clock.now().getTime();
    return left > 0 ? Math.ceil(left / second) : undefined;
  }

  failed(): void {
    this.failures += 1;
    if (this.failures >= failuresInRow) this.until = new Date(this.clock.now().getTime() + pause);
  }

  worked(): void {
    this.failures = 0;
  }
}
