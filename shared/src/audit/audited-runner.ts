import type { PoolClient } from 'pg';
import {
  type FairPool,
  PreparedStatements,
  type ReadRequest,
  type Statement,
  type StatementRunner,
} from '../read/index.js';
import { recordOf } from './record-of.js';
import { takeAudited } from './take-audited.js';

/** What else the transaction of a read on record needs. */
export interface Guard {
  /** Whether this viewer can find any such row at all; nothing is on record of who cannot. */
  findsAny(request: ReadRequest): boolean;
  /** SQL that sets what the transaction's statements are compared with. */
  settings(request: ReadRequest): string;
}

const noGuard: Guard = { findsAny: () => true, settings: () => '' };

interface Read {
  readonly statement: Statement;
  readonly values: readonly unknown[];
  readonly request: ReadRequest;
}

/**
 * Writes down what was read before the answer leaves; where it cannot be written down, nothing is answered. What needs
 * no record runs on the pool as it is.
 */
export class AuditedRunner implements StatementRunner {
  private readonly prepared = new PreparedStatements();

  constructor(
    private readonly pool: FairPool,
    private readonly guard: Guard = noGuard,
  ) {}

  run(statement: Statement, values: readonly unknown[], request: ReadRequest): Promise<unknown> {
    const isOnRecord = statement.audited.length > 0 && this.guard.findsAny(request);
    // Where it fails, the connection is closed, which undoes its transaction and whatever it had set.
    return this.pool.use(request, (client) =>
      isOnRecord
        ? this.readOnRecord(client, { statement, values, request })
        : this.readUnrecorded(client, statement, values),
    );
  }

  private async readUnrecorded(client: PoolClient, statement: Statement, values: readonly unknown[]): Promise<unknown> {
    const answer = await this.prepared.run(client, statement, values);
    if (statement.audited.length > 0) takeAudited(answer);
    return answer;
  }

  /** Three round trips: begin with the settings, the statement, the record with the commit. */
  private async readOnRecord(client: PoolClient, { statement, values, request }: Read): Promise<unknown> {
    await client.query(`begin; ${this.guard.settings(request)}`);
    const answer = await this.prepared.run(client, statement, values);
    await client.query(`${recordOf(statement, takeAudited(answer), request)}; commit`);
    return answer;
  }
}
