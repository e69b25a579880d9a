import type { RunFigures } from './measure-run.js';
import { median } from './median.js';
import { ratioTo, summarise } from './summary.js';

const run = (requestsPerSecond: number, ownCpu?: number): RunFigures => ({
  requests: 1,
  requestsPerSecond,
  p50: 1,
  p99: 2,
  failures: 0,
  ...(ownCpu !== undefined && { ownCpu }),
});
const measured = (name: string, ...rates: number[]) => ({
  name,
  statements: {},
  answerBytes: 0,
  runs: rates.map((rate) => run(rate, 1)),
});

describe('median', () => {
  it('is the middle of an odd number of values', () => expect(median([9, 1, 5])).toBe(5));
  it('lies between the middle two of an even number', () => expect(median([9, 1, 5, 7])).toBe(6));
  it('is unknown where a value is', () => expect(median([1, undefined, 5])).toBeUndefined());
});

describe('summary', () => {
  it('gives medians of the runs', () => {
    expect(summarise(measured('a', 100, 300, 200))).toMatchObject({ requestsPerSecond: 200, p50: 1, ownCpu: 1 });
  });

  it('compares round by round, so that a slow spell of the machine does not count', () => {
    const ratio = ratioTo(measured('a', 100, 10, 60), measured('b', 200, 20, 100));
    expect(ratio).toEqual({ name: 'b', rounds: [0.5, 0.5, 0.6], median: 0.5 });
  });
});
