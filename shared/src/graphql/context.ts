import type { Viewer } from '../auth/index.js';
import type { Clock } from '../config/index.js';
import type { Reader } from '../read/index.js';

/** What every resolver of a subgraph gets. */
export interface Context {
  readonly viewer: Viewer;
  readonly reader: Reader;
  readonly clock: Clock;
  readonly requestId: string;
  /** Address of the client as the gateway saw it, for the limits on guessing. */
  readonly clientAddress?: string;
  /** Says that the gateway has given the request up: what has not begun by then does not begin. */
  readonly signal?: AbortSignal;
}
