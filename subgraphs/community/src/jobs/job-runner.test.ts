import { type Job, JobRunner } from './job-runner.js';

const logged: unknown[] = [];
const logger = { error: (...line: unknown[]) => void logged.push(line) } as never;

/** Resolves when the job has run so many times. */
function counting(times: number, work: () => Promise<void> = async () => undefined) {
  let runs = 0;
  let done!: () => void;
  const reached = new Promise<void>((resolve) => (done = resolve));
  const job: Job = {
    name: 'counting',
    every: 1,
    run: async () => {
      runs += 1;
      if (runs === times) done();
      await work();
    },
  };
  return { job, reached, runs: () => runs };
}

it('repeats a job, also after a run that failed', async () => {
  const { job, reached } = counting(3, () => Promise.reject(new Error('once more')));
  const runner = new JobRunner([job], logger);
  runner.start();
  await reached;
  await runner.stop();
  expect(logged.length).toBeGreaterThanOrEqual(2);
});

it('waits for the run that is under way when it stops, and begins no other', async () => {
  let finish!: () => void;
  const { job, reached, runs } = counting(1, () => new Promise((resolve) => (finish = resolve)));
  const runner = new JobRunner([job], logger);
  runner.start();
  await reached;
  let stopped = false;
  const stopping = runner.stop().then(() => (stopped = true));
  await Promise.resolve();
  expect(stopped).toBe(false);
  finish();
  await stopping;
  expect(runs()).toBe(1);
});

describe('a job of every hour', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const hour = 3_600_000;
  const hourly = () => {
    const { job, runs } = counting(2);
    return { runner: new JobRunner([{ ...job, every: hour }], logger), runs };
  };

  it('runs within half a minute of the start, and from there every hour', async () => {
    const { runner, runs } = hourly();
    runner.start();
    await jest.advanceTimersByTimeAsync(30_000);
    const soon = runs();
    await jest.advanceTimersByTimeAsync(hour - 30_000);
    expect([soon, runs()]).toEqual([1, 1]);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(runs()).toBe(2);
  });

  it('is not waited for by who stops', async () => {
    const { runner, runs } = hourly();
    runner.start();
    await runner.stop();
    expect(jest.getTimerCount()).toBe(0);
    await jest.advanceTimersByTimeAsync(hour);
    expect(runs()).toBe(0);
  });
});
