import { type DomainError, rateLimited } from '../errors/index.js';

interface Limits {
  /** Pieces of work that go on at once. */
  readonly atOnce: number;
  /** Pieces that wait; any number when absent. */
  readonly waiting?: number;
  /** The same for one caller. */
  readonly ofOneCaller?: { readonly atOnce?: number; readonly waiting?: number };
}

interface Waiting {
  begin(): void;
  refuse(): void;
}

/** Who cannot be told apart: no limit of one caller holds for them. */
const anybody = '';

/**
 * Lets a few pieces of work go on at once. The others wait in a line for each caller, and callers take turns: whoever asks
 * for much waits longer, and nobody else does.
 */
export class Turns {
  /** In the order in which callers get their next turn; no line is empty. */
  private readonly lines = new Map<string, Waiting[]>();
  /** Pieces of each caller that go on. */
  private readonly begun = new Map<string, number>();
  private running = 0;

  constructor(private readonly limits: Limits) {}

  /** Throws a DomainError RATE_LIMITED when too much waits already for this caller, or for all. */
  async take<Result>(caller: string | undefined, work: () => Promise<Result>): Promise<Result> {
    await this.begin(caller ?? anybody);
    try {
      return await work();
    } finally {
      this.end(caller ?? anybody);
    }
  }

  private begin(caller: string): Promise<void> | undefined {
    if (!this.mayBegin(caller)) return this.wait(caller);
    this.count(caller, 1);
    return undefined;
  }

  private mayBegin(caller: string): boolean {
    const { atOnce, ofOneCaller: { atOnce: share = Infinity } = {} } = this.limits;
    return this.running < atOnce && (caller === anybody || this.begunOf(caller) < share);
  }

  private wait(caller: string): Promise<void> {
    const { waiting = Infinity, ofOneCaller: { waiting: share = Infinity } = {} } = this.limits;
    const line = this.lines.get(caller) ?? [];
    if (caller !== anybody && line.length >= share) throw tooBusy();
    if (this.waiting() >= waiting) this.makeRoom(line.length + 1);
    this.lines.set(caller, line);
    return new Promise((begin, refuse) => line.push({ begin, refuse: () => refuse(tooBusy()) }));
  }

  /** Whoever waits longest in the longest line keeps the place; its last one gives way to a caller who asks for less. */
  private makeRoom(length: number): void {
    const [longest = []] = [...this.lines.values()].toSorted((one, other) => other.length - one.length);
    if (longest.length <= length) throw tooBusy();
    longest.pop()!.refuse();
  }

  /** The turn goes to the caller who is next and may have one more. */
  private end(caller: string): void {
    this.count(caller, -1);
    for (const [next, line] of this.lines) {
      if (!this.mayBegin(next)) continue;
      this.lines.delete(next);
      const first = line.shift()!;
      if (line.length > 0) this.lines.set(next, line);
      this.count(next, 1);
      return first.begin();
    }
  }

  private count(caller: string, more: 1 | -1): void {
    const begun = this.begunOf(caller) + more;
    this.running += more;
    if (begun > 0) this.begun.set(caller, begun);
    else this.begun.delete(caller);
  }

  private begunOf = (caller: string): number => this.begun.get(caller) ?? 0;

  private waiting = (): number => [...this.lines.values()].reduce((sum, { length }) => sum + length, 0);
}

const halfAMinute = 30_000;

export const tooBusy = (): DomainError =>
  rateLimited('Too many people do this at the moment. Try again in half a minute.', halfAMinute);
