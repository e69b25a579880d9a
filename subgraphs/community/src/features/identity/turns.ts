import { DomainError } from '@lokaal/shared/errors';

/** Lets a few pieces of heavy work go on at once; the others wait for their turn, in order of arrival. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly atOnce: number) {}

  /** Throws a DomainError RATE_LIMITED when more than `mostWaiting` wait already. */
  async take<Result>(work: () => Promise<Result>, mostWaiting: number): Promise<Result> {
    await this.begin(mostWaiting);
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private async begin(mostWaiting: number): Promise<void> {
    if (this.running < this.atOnce) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= mostWaiting) throw tooBusy();
    // whoever ends hands its turn over
    await new Promise<void>((begin) => this.waiting.push(begin));
  }
}

const tooBusy = (): DomainError =>
  new DomainError('RATE_LIMITED', 'Too many people do this at the moment. Try again in half a minute.');
