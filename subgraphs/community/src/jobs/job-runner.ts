import type { Logger } from '@lokaal/shared/logging';

/**
 * Work that comes back while the process runs. What is due is written in the database and claimed there, so that a job
 * may run at once in several processes, loses nothing when one dies, and does nothing twice.
 */
export interface Job {
  /** For the log. */
  readonly name: string;
  /** Milliseconds between the end of one run and the next. */
  readonly every: number;
  run(): Promise<void>;
}

/**
 * Milliseconds after the start between which each job runs first: soon, since a process may live short, not all at once, and
 * not while a slow machine still makes the gateway beside it.
 */
const firstRun = { from: 15_000, to: 30_000 } as const;

/** Runs jobs, each by itself and never twice at once; a run that fails is logged and comes back. */
export class JobRunner {
  private readonly timers = new Map<Job, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly jobs: readonly Job[],
    private readonly logger: Pick<Logger, 'error'>,
  ) {}

  start(): void {
    const { from, to } = firstRun;
    for (const job of this.jobs) this.schedule(job, Math.min(job.every, from + Math.random() * (to - from)));
  }

  /** Waits for what is running. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.running);
  }

  private schedule(job: Job, wait: number): void {
    if (this.stopped) return;
    this.timers.set(job, setTimeout(() => this.begin(job), wait).unref());
  }

  private begin(job: Job): void {
    const run = job
      .run()
      .catch((error: unknown) => this.logger.error({ err: error, job: job.name }, 'a job failed and will be repeated'))
      .finally(() => {
        this.running.delete(run);
        this.schedule(job, job.every);
      });
    this.running.add(run);
  }
}
