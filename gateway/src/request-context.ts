import type { Viewer } from '@lokaal/shared/auth';
import type { TableOf } from './table/table.js';

/** What belongs to one request of a client, from the HTTP layer to the last fetch. */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** When the whole answer must be there, on the clock of `performance.now()`. */
  readonly deadline: number;
  /** Comes when the client hangs up. */
  readonly hangUp: AbortSignal;
  /** Address of the client. */
  readonly clientAddress: string;
  /** Name of the operation, or the hash of its text when it has none; empty until it is known. Apollo copies the context, hence a holder. */
  readonly operation: { name: string };
  /** Where the client wants a table instead of JSON: how to make it, once the operation is known. */
  readonly table?: { of?: TableOf };
}
