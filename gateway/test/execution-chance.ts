/** Numbers that look random but follow from a seed: the same for everybody who asks the same. */
export function hash(...parts: unknown[]): number {
  let state = 2166136261;
  for (const char of parts.map(String).join('|')) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  state = Math.imul(state ^ (state >>> 15), 2246822507);
  state = Math.imul(state ^ (state >>> 13), 3266489909);
  return (state ^ (state >>> 16)) >>> 0;
}

/** A source of choices. */
export class Chance {
  private calls = 0;
  constructor(private readonly seed: unknown) {}

  below(limit: number): number {
    this.calls += 1;
    return hash(this.seed, this.calls) % limit;
  }

  oneIn(limit: number): boolean {
    return this.below(limit) === 0;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}
