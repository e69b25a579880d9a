import type { Clock } from '@lokaal/shared/config';

interface Remembering<Value> {
  readonly fetch: () => Promise<Value>;
  readonly clock: Clock;
  /** Milliseconds for which a value does. */
  readonly keptFor: number;
  /** Milliseconds that must be between two fetches, also when the first one failed: strangers must not make us ask and ask. */
  readonly pause: number;
}

/** What somebody else tells, fetched when it is needed and kept for a while. */
export class Remembered<Value> {
  private latest?: Promise<Value>;
  private askedAt = 0;

  constructor(private readonly on: Remembering<Value>) {}

  get(): Promise<Value> {
    return this.latest && this.age() < this.on.keptFor ? this.current(this.latest) : this.fetch();
  }

  /** For who found something missing in what `get` gave: asked again, unless that was just done. */
  renewed(): Promise<Value> {
    return this.latest && this.age() < this.on.pause ? this.latest : this.fetch();
  }

  /** A failure is kept as long as the pause, no longer. */
  private current(latest: Promise<Value>): Promise<Value> {
    return latest.catch((failure: unknown) => {
      if (latest === this.latest && this.age() >= this.on.pause) return this.fetch();
      throw failure;
    });
  }

  private fetch(): Promise<Value> {
    this.askedAt = this.on.clock.now().getTime();
    this.latest = this.on.fetch();
    // whoever asked is told; nobody need be waiting
    this.latest.catch(() => undefined);
    return this.latest;
  }

  private age(): number {
    return Math.abs(this.on.clock.now().getTime() - this.askedAt);
  }
}
