import type { SqlClient } from './write-rows.js';

/** Tells the planner about rows of this transaction, which no daemon sees before it ends: it would scan their tables. */
export async function analyze(client: SqlClient, tables: readonly string[]): Promise<void> {
  for (const table of tables) await client.query(`analyze ${table}`);
}

/** The same, of tables about which this transaction did not tell it yet. */
export async function analyzeRest(client: SqlClient, tables: readonly string[]): Promise<void> {
  const { rows } = await client.query(
    'select relname from pg_stat_user_tables where relname = any ($1) and (last_analyze >= now()) is not true',
    [tables],
  );
  const rest = rows.map(({ relname }) => relname as string);
  await analyze(client, rest);
}
