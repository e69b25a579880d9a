import type { Asker } from '../callers/index.js';
import type { Clock } from '../config/index.js';
import type { Reader } from '../read/index.js';

/** What every resolver of a subgraph gets. */
export interface Context extends Asker {
  readonly reader: Reader;
  readonly clock: Clock;
}
