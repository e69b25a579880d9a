import type { PoolClient } from 'pg';
import { type EntityManager, QueryFailedError } from 'typeorm';

interface PreparedStatement {
  /** Of this text alone: PostgreSQL keeps what it planned under it, for each connection. */
  readonly name: string;
  readonly text: string;
}

/**
 * Rows of a statement within a transaction, as of `tx.query`, but planned once for each connection instead of each time: for
 * what is long, asked often, and asked while others wait.
 */
export async function prepared<Row>(
  tx: EntityManager,
  { name, text }: PreparedStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const connection = (await tx.queryRunner!.connect()) as PoolClient;
  try {
    return (await connection.query({ name, text, values: [...values] })).rows as Row[];
  } catch (error) {
    throw new QueryFailedError(text, [...values], error as Error);
  }
}
