import type { RunningContender } from '../contenders/index.js';
import type { LoadResult } from '../load/order.js';
import { runLoad } from '../load/run-load.js';
import type { BenchPostgres } from '../postgres/bench-postgres.js';
import { cpuTimeOf, cpuTimeOfFamily } from '../process/cpu-time.js';
import { ask } from './ask.js';

export interface RunPlan {
  readonly postgres: BenchPostgres;
  readonly first: number;
  readonly connections: number;
  readonly seconds: number;
}

export interface RunFigures extends LoadResult {
  /** CPU time of the contender's own processes in ms per request; undefined where the system does not tell it. */
  readonly ownCpu?: number;
  /** The same of PostgreSQL. */
  readonly postgresCpu?: number;
}

const used = (before: number | undefined, after: number | undefined, requests: number): number | undefined =>
  before === undefined || after === undefined ? undefined : (after - before) / requests;

/** One run of load on one contender. Nobody else is asked meanwhile, so PostgreSQL's time is for this one. */
export async function measureRun(running: RunningContender, plan: RunPlan): Promise<RunFigures> {
  const { postgres, first, connections, seconds } = plan;
  const cpu = () => Promise.all([cpuTimeOf(running.pids), cpuTimeOfFamily(postgres.pid)]);
  const answer = await ask(running, first);
  const [own, database] = await cpu();
  const load = await runLoad({ url: running.url, body: running.question(first), connections, seconds, answer });
  const [ownAfter, databaseAfter] = await cpu();
  return {
    ...load,
    ownCpu: used(own, ownAfter, load.requests),
    postgresCpu: used(database, databaseAfter, load.requests),
  };
}
