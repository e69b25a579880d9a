import { withConnection } from '../database/index.js';
import type { RowCounts } from '../graphql/subgraph.js';
import { analyzeRest } from './analyze.js';
import type { SqlClient } from './write-rows.js';

/** All or nothing, and one process at a time: seeding one database twice at once would seed it double. */
export const seedInTransaction = <Result>(url: string, seed: (client: SqlClient) => Promise<Result>): Promise<Result> =>
  withConnection(url, async (client) => {
    await client.query('begin');
    try {
      await client.query(`select pg_advisory_xact_lock(hashtextextended('lokaal:seed', 0))`);
      const result = await seed(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  });

/** The table that remembers what demonstration data was loaded; each subgraph's first migration creates it. */
export const demoDataTable = (): string[] => [
  `create table demo_data (
    seed text primary key,
    scale integer not null check (scale > 0),
    row_counts json not null,
    loaded_at timestamptz not null default now())`,
];

/** Loads the demonstration data of one subgraph, unless it is there: then the counts of that time are returned. */
export async function loadDemoOnce(
  url: string,
  { seed, scale }: { seed: string; scale: number },
  load: (client: SqlClient) => Promise<RowCounts>,
): Promise<RowCounts> {
  if (!Number.isInteger(scale) || scale < 1 || scale > 1_000)
    throw new RangeError('The size factor is a whole number from 1 to 1000.');
  return seedInTransaction(url, async (client) => {
    const { rows } = await client.query('select row_counts from demo_data');
    if (rows[0]) return rows[0]['row_counts'] as RowCounts;
    const counts = await load(client);
    await client.query('insert into demo_data (seed, scale, row_counts) values ($1, $2, $3)', [seed, scale, counts]);
    await analyzeRest(client, Object.keys(counts));
    return counts;
  });
}
