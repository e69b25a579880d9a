import { median } from '../measure/median.js';

/** Rounds that are not counted: connections open, and statements are prepared. */
const warmUp = 10;

/** Milliseconds of each of the questions, asked in turns so that a slow spell of the machine is everybody's; medians. */
export async function mediansOf(asks: readonly (() => Promise<unknown>)[], rounds: number): Promise<number[]> {
  const times = asks.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round += 1)
    for (const [index, ask] of asks.entries()) {
      const start = performance.now();
      await ask();
      if (round >= 0) times[index]!.push(performance.now() - start);
    }
  return times.map((one) => median(one)!);
}
