import type { DomainError } from '@lokaal/shared/errors';
import { WaitingLines } from './waiting-lines.js';

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
  refuse(error: DomainError): void;
}

/**
 * Lets a few pieces of heavy work go on at once. The others wait in a line for each caller, and callers take turns: whoever
 * asks for much waits longer, and nobody else does.
 */
export class Turns {
  private readonly lines: WaitingLines<Waiting>;
  private running = 0;

  constructor(private readonly limits: Limits) {
    this.lines = new WaitingLines(limits);
  }

  /** Throws a DomainError RATE_LIMITED when too much waits already for this caller, or for all. */
  async take<Result>(caller: string | undefined, work: () => Promise<Result>): Promise<Result> {
    await this.begin(caller);
    try {
      return await work();
    } finally {
      this.handOver();
    }
  }

  private begin(caller: string | undefined): Promise<void> | undefined {
    if (this.running >= this.limits.atOnce)
      return new Promise((begin, refuse) => this.lines.join(caller, { begin, refuse }));
    this.running += 1;
    return undefined;
  }

  private handOver(): void {
    const next = this.lines.next();
    if (next) next.begin();
    else this.running -= 1;
  }
}
