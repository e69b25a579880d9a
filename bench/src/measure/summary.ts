import { median } from './median.js';
import type { RunFigures } from './measure-run.js';

export interface Summary {
  readonly name: string;
  /** PostgreSQL statements for one question, by the number of solutions asked for. */
  readonly statements: Readonly<Record<number, number>>;
  readonly answerBytes: number;
  readonly runs: readonly RunFigures[];
  /** Medians over the runs. */
  readonly requestsPerSecond?: number;
  readonly p50?: number;
  readonly p99?: number;
  readonly ownCpu?: number;
  readonly postgresCpu?: number;
}

export interface Ratio {
  readonly name: string;
  /** Our requests per second through theirs, of the two runs of each round. */
  readonly rounds: readonly number[];
  readonly median?: number;
}

export type Measured = Pick<Summary, 'name' | 'statements' | 'answerBytes' | 'runs'>;

export function summarise(measured: Measured): Summary {
  const of = (figure: keyof RunFigures) => median(measured.runs.map((run) => run[figure]));
  return {
    ...measured,
    requestsPerSecond: of('requestsPerSecond'),
    p50: of('p50'),
    p99: of('p99'),
    ownCpu: of('ownCpu'),
    postgresCpu: of('postgresCpu'),
  };
}

/** Round by round: what slowed the machine down for a while hit both of a round. */
export function ratioTo(ours: Measured, theirs: Measured): Ratio {
  const rounds = ours.runs.map(
    ({ requestsPerSecond }, round) => requestsPerSecond / (theirs.runs[round]?.requestsPerSecond ?? Number.NaN),
  );
  return { name: theirs.name, rounds, median: median(rounds) };
}
