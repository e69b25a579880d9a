import type { Caller } from '../callers/index.js';
import type { ReadModel } from './model.js';
import type { Run } from './run.js';
import type { Param } from './sql.js';

/** A compiled read: one SQL statement that answers with one JSON value in the column "answer". */
export interface Statement {
  readonly text: string;
  readonly params: readonly Param[];
  /** Refuse what no parameter looks at. */
  readonly checks: readonly ((run: Run) => void)[];
  /** Models of whose rows it may read some that are put on record. */
  readonly audited: readonly ReadModel<never>[];
  /** Whether one of them is confidential. */
  readonly confidential: boolean;
}

/** What a runner knows of the request that reads: who, by which operation, and when it is given up. */
export interface ReadRequest {
  /** TypeID of the person, or of the key of a system. */
  readonly actorId?: string;
  /** Who shares the connections with others. */
  readonly caller: Caller;
  readonly authorityIds: () => readonly string[];
  readonly operation: string;
  readonly requestId: string;
  readonly signal?: AbortSignal;
}

/**
 * Runs statements: a plain pool, or one that puts on record what was read. That one takes what an answer says for the
 * record (`auditKey`, `ownersKey`) out of it.
 */
export interface StatementRunner {
  run(statement: Statement, values: readonly unknown[], request: ReadRequest): Promise<unknown>;
}
