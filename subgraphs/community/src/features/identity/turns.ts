import { type DomainError, rateLimited } from '@lokaal/shared/errors';

interface Limits {
  /** Pieces of work that go on at once. */
  readonly atOnce: number;
  /** Pieces that wait for one caller. */
  readonly ofOneCaller: number;
  /** Pieces that wait for all callers together. */
  readonly ofAll: number;
}

interface Waiting {
  begin(): void;
  refuse(): void;
}

/** Who cannot be told apart: no limit of one caller holds for them. */
const anybody = '';

/**
 * Lets a few pieces of heavy work go on at once. The others wait in a line for each caller, and callers take turns: whoever
 * asks for much waits longer, and nobody else does.
 */
export class Turns {
  /** In the order in which callers get their next turn; no line is empty. */
  private readonly lines = new Map<string, Waiting[]>();
  private running = 0;

  constructor(private readonly limits: Limits) {}

  /** Throws a DomainError RATE_LIMITED when too much waits already for this caller, or for all. */
  async take<Result>(caller: string | undefined, work: () => Promise<Result>): Promise<Result> {
    await this.begin(caller ?? anybody);
    try {
      return await work();
    } finally {
      this.handOver();
    }
  }

  private begin(caller: string): Promise<void> | undefined {
    if (this.running >= this.limits.atOnce) return this.wait(caller);
    this.running += 1;
    return undefined;
  }

  private wait(caller: string): Promise<void> {
    const line = this.lines.get(caller) ?? [];
    if (caller !== anybody && line.length >= this.limits.ofOneCaller) throw tooBusy();
    if (this.waiting() >= this.limits.ofAll) this.makeRoom(line.length + 1);
    this.lines.set(caller, line);
    return new Promise((begin, refuse) => line.push({ begin, refuse: () => refuse(tooBusy()) }));
  }

  /** Whoever waits longest in the longest line keeps the place; its last one gives way to a caller who asks for less. */
  private makeRoom(length: number): void {
    const [longest = []] = [...this.lines.values()].toSorted((one, other) => other.length - one.length);
    if (longest.length <= length) throw tooBusy();
    longest.pop()!.refuse();
  }

  private handOver(): void {
    for (const [caller, line] of this.lines) {
      this.lines.delete(caller);
      const next = line.shift()!;
      if (line.length > 0) this.lines.set(caller, line);
      return next.begin();
    }
    this.running -= 1;
  }

  private waiting = (): number => [...this.lines.values()].reduce((sum, { length }) => sum + length, 0);
}

const halfAMinute = 30_000;

export const tooBusy = (): DomainError =>
  rateLimited('Too many people do this at the moment. Try again in half a minute.', halfAMinute);
