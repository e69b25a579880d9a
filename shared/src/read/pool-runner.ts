import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Pool, PoolClient } from 'pg';
import type { FairPool } from './fair-pool.js';
import type { ReadRequest, Statement, StatementRunner } from './statement.js';

/**
 * Statements that are prepared on each connection. A statement is worth it from its third run on; the pool renews its
 * connections from time to time, so what fell out of this list does not stay in the server's memory for ever.
 */
const preparedAtMost = 500;
const preparedFromRun = 3;

export class PreparedStatements {
  private readonly runs = new LRUCache<string, { count: number; name: string }>({ max: preparedAtMost });

  /** Runs one statement on a connection, prepared when it is a frequent one. */
  async run(connection: Pool | PoolClient, { text }: Statement, values: readonly unknown[]): Promise<unknown> {
    const name = this.nameOf(text);
    const { rows } = await connection.query<AnswerRow>({ text, values: [...values], ...(name && { name }) });
    return rows[0]?.answer ?? null;
  }

  private nameOf(text: string): string | undefined {
    const known = this.runs.get(text) ?? { count: 0, name: createHash('sha256').update(text).digest('base64url') };
    known.count++;
    this.runs.set(text, known);
    return known.count < preparedFromRun ? undefined : known.name;
  }
}

interface AnswerRow {
  readonly answer: unknown;
}

/** Runs every statement on a connection of the pool, as it is. */
export class PoolRunner implements StatementRunner {
  private readonly prepared = new PreparedStatements();

  constructor(private readonly pool: FairPool) {}

  run(statement: Statement, values: readonly unknown[], request: ReadRequest): Promise<unknown> {
    if (statement.audited.length > 0) throw new Error('What goes on record is read by an audited runner only.');
    return this.pool.use(request, (client) => this.prepared.run(client, statement, values));
  }
}
