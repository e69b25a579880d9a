/** What seeding needs of a connection: a pg client is one. */
export interface SqlClient {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;
}

/** A row by column name; arrays for array columns, any JSON value for jsonb. */
export type SeedRow = Readonly<Record<string, unknown>>;

/** Rows in one statement: large enough to be fast, small enough to keep memory bounded at any size factor. */
const batchSize = 5_000;

/** Inserts rows of one shape, in batches of one statement each. Names come from the code, never from outside. */
export async function insertRows(client: SqlClient, table: string, rows: readonly SeedRow[]): Promise<number> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = JSON.stringify(rows.slice(from, from + batchSize));
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
      [batch],
    );
  }
  return rows.length;
}

/** Rows by their natural key. */
export interface KeyedRows {
  readonly table: string;
  readonly key: readonly string[];
  readonly rows: readonly SeedRow[];
  /** A boolean column: rows where it holds stay as they are. */
  readonly unless?: string;
}

/** Inserts rows or brings those with the same natural key up to date; touches only what differs. Ids stay as they are. */
export async function upsertRows(client: SqlClient, { table, key, rows, unless }: KeyedRows): Promise<number> {
  const columns = Object.keys(rows[0] ?? {});
  const changing = columns.filter((column) => column !== 'id' && !key.includes(column));
  const list = (prefix: string): string => changing.map((column) => `${prefix}.${column}`).join(', ');
  await client.query(
    `insert into ${table} (${columns.join(', ')})
      select ${columns.join(', ')} from json_populate_recordset(null::${table}, $1)
      on conflict (${key.join(', ')}) do update set
        ${changing.map((column) => `${column} = excluded.${column}`).join(', ')},
        updated_at = now(), version = ${table}.version + 1
      where (${list(table)}) is distinct from (${list('excluded')})
        ${unless === undefined ? '' : `and not ${table}.${unless}`}`,
    [JSON.stringify(rows)],
  );
  return rows.length;
}
