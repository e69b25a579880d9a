import type { Ratio, Summary } from '../measure/summary.js';
import type { Options } from '../options.js';
import type { Machine } from './machine.js';

export interface Report {
  readonly measuredAt: string;
  readonly machine: Machine;
  readonly options: Options;
  readonly contenders: readonly Summary[];
  /** Of the first contender, which is this project, to each of the others. */
  readonly ratios: readonly Ratio[];
}
