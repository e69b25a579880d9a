import type { CompiledOperation } from './operation.js';

/** The weight of all: in memory some ten times as much. */
const capacity = 4 * 1024 * 1024;

/** Keeps compiled operations; the ones that were not used for the longest time go when it is full. */
export class OperationCache {
  private readonly operations = new Map<string, CompiledOperation>();
  private weight = 0;

  get(key: string, compile: () => CompiledOperation): CompiledOperation {
    const known = this.operations.get(key);
    if (known) this.operations.delete(key);
    const operation = known ?? compile();
    if (!known) this.weight += operation.weight;
    this.operations.set(key, operation);
    if (!known) this.shrink();
    return operation;
  }

  private shrink(): void {
    for (const [key, { weight }] of this.operations) {
      if (this.weight <= capacity) return;
      this.operations.delete(key);
      this.weight -= weight;
    }
  }
}
