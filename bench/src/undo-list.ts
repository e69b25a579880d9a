/** What to undo at the end, last first; once, whoever asks. */
export class UndoList {
  private readonly steps: (() => Promise<void>)[] = [];
  private running?: Promise<void>;

  get asked(): boolean {
    return this.running !== undefined;
  }

  /** Something to undo at the end; at once when the end has begun. */
  add(step: () => Promise<void>): void {
    if (this.running) void step().catch(() => undefined);
    else this.steps.push(step);
  }

  run(): Promise<void> {
    this.running ??= this.undoAll();
    return this.running;
  }

  private async undoAll(): Promise<void> {
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop())
      await step().catch((error: unknown) => console.error('While stopping:', error));
  }
}
