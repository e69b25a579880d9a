import { hash } from 'node:crypto';

/** Chance that always falls the same way: the same key gives the same numbers on every machine. */
export interface Dice {
  /** 0 or more, less than 1. */
  next(): number;
  /** A whole number from `from` up to and including `to`. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** As many different ones as asked for, or all of them, in random order. */
  some<Item>(items: readonly Item[], count: number): Item[];
}

/** Dice of its own for each thing that is made, so that a change in one place does not change all others. */
export function dice(...key: readonly (string | number)[]): Dice {
  const next = smallFastCounter(hash('sha256', key.join('/'), 'buffer'));
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new RangeError('There is nothing to pick from.');
    return items[between(0, items.length - 1)] as Item;
  };
  const some = <Item>(items: readonly Item[], count: number): Item[] => {
    const left = [...items];
    return Array.from(
      { length: Math.min(count, items.length) },
      () => left.splice(between(0, left.length - 1), 1)[0] as Item,
    );
  };
  return { next, between, chance: (probability) => next() < probability, pick, some };
}

/** Chris Doty-Humphrey's sfc32: small, fast, good enough to invent data, and no source of secrets. */
function smallFastCounter(seed: Buffer): () => number {
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => seed.readInt32LE(at)) as [number, number, number, number];
  return () => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return (mixed >>> 0) / 4_294_967_296;
  };
}

/** Picks items as often as their weights say. */
export function weighted<Item>(items: readonly Item[], weight: (item: Item, index: number) => number) {
  const sums: number[] = [];
  let total = 0;
  items.forEach((item, index) => sums.push((total += weight(item, index))));
  if (total <= 0) throw new RangeError('At least one weight must be positive.');
  return (by: Dice): Item => {
    const at = by.next() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return items[low] as Item;
  };
}
