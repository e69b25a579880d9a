/** Lets a few begin at a time, in the order in which they ask; who ends or fails leaves its turn to the next. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((begin) => this.waiting.push(begin));
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private leave(): void {
    const begin = this.waiting.shift();
    if (begin) begin();
    else this.free++;
  }
}
