import type { SqlClient } from './write-rows.js';

interface RowByRow {
  readonly drop: string;
  readonly make: string;
}

/**
 * Foreign keys, and the indexes that no constraint needs, each with what makes it again as it was. First of all, and so
 * back last, the owner's own row level security: a foreign key that is made looks at no row which that hides.
 */
const keptRowByRow = `
  select format('alter table %s no force row level security', oid::regclass) as drop,
    format('alter table %s force row level security', oid::regclass) as make
  from pg_class where relforcerowsecurity and oid = any ($1::regclass[])
  union all
  select format('alter table %s drop constraint %I', conrelid::regclass, conname),
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  from pg_constraint where contype = 'f' and conrelid = any ($1::regclass[])
  union all
  select format('drop index %s', indexrelid::regclass), concat_ws('; ', pg_get_indexdef(indexrelid), statistics) from pg_index
    cross join lateral (
      select string_agg(format('alter index %s alter column %s set statistics %s', attrelid::regclass, attnum, attstattarget), '; ')
        as statistics
      from pg_attribute where attrelid = indexrelid and attstattarget >= 0) set
  where indrelid = any ($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`;

/** What would wait for the end of the transaction: a table with checks that wait cannot be changed. */
const checkDeferred = (client: SqlClient) =>
  client.query('set constraints all immediate; set constraints all deferred');

/**
 * Fills large tables within a transaction that alone uses them: what PostgreSQL would check and keep up row by row is
 * made afterwards for all rows at once, in half the time ("Populating a Database" in its manual).
 */
export async function bulkLoad<Result>(
  client: SqlClient,
  tables: readonly string[],
  load: () => Promise<Result>,
): Promise<Result> {
  const parts = (await client.query(keptRowByRow, [tables])).rows as unknown as RowByRow[];
  await checkDeferred(client);
  for (const { drop } of parts) await client.query(drop);
  const result = await load();
  await checkDeferred(client);
  for (const { make } of parts.toReversed()) await client.query(make);
  return result;
}
