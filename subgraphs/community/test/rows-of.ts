import type { TestSubgraph } from '../../../shared/test/subgraph.js';

const references = `select conrelid::regclass::text as "table", attname as "column"
  from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (conkey)
  where contype = 'f' and confrelid = 'person'::regclass order by 1, 2`;

/** The columns that refer to a person, as `table.column`: of all tables, also those that a test does not know of. */
export async function rowsOf(on: TestSubgraph, personId: string): Promise<string[]> {
  const found: string[] = [];
  for (const { table, column } of await on.sql<{ table: string; column: string }>(references)) {
    const rows = await on.sql(`select from ${table} where ${column} = $1 limit 1`, [personId]);
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}
