import type { SqlClient } from './write-rows.js';

/** Tells the planner about rows of this transaction, which no daemon sees before it ends: it would scan their tables. */
export async function analyze(client: SqlClient, tables: readonly string[]): Promise<void> {
  for (const table of tables) await client.query(`analyze ${table}`);
}
