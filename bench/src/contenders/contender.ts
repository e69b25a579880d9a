import type { BenchPostgres } from '../postgres/bench-postgres.js';

/** What a contender finds when it starts: the same data for all of them. */
export interface Place {
  readonly postgres: BenchPostgres;
  /** For logs, private to this run. */
  readonly folder: string;
  /** Size of the demonstration data. */
  readonly scale: number;
  /** Connections that one pool may open: the same for everybody. */
  readonly connections: number;
}

/** The default of the subgraphs' own pools. */
export const connectionsOfPool = 10;

/** One system that is measured. To add one: a file with such an object in this folder, and its name in `index.ts`. */
export interface Contender {
  readonly name: string;
  readonly start: (place: Place) => Promise<RunningContender>;
}

export interface RunningContender {
  /** Takes a POST of JSON. */
  readonly url: string;
  /** Processes of its own, of which the CPU time counts; PostgreSQL's is counted apart. */
  readonly pids: readonly number[];
  /** Databases in which its statements are counted. */
  readonly databases: readonly string[];
  /** The request's body for the reference question with this many solutions. */
  readonly question: (first: number) => string;
  readonly stop: () => Promise<void>;
}
