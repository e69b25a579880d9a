import { Client } from 'pg';
import { StartError } from '../config/index.js';
import { placeOf } from './database-url.js';

/** 16 is the oldest release on which the SQL of this project was tried. */
const oldestServer = 16;

async function requireServerVersion(client: Client, url: string): Promise<void> {
  const { rows } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::integer / 10000 as major`,
  );
  const major = rows[0]?.major ?? 0;
  if (major < oldestServer)
    throw new StartError(
      `The database ${placeOf(url)} runs PostgreSQL ${major}: PostgreSQL ${oldestServer} or newer is needed.`,
    );
}

/** Gives `work` one connection and closes it. Throws a StartError when the server does not answer or is too old. */
export async function withConnection<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A lost connection rejects the query that runs; without a listener it would end the process as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new StartError(`The database ${placeOf(url)} cannot be used: ${reasonOf(cause)}.`, { cause });
  }
  try {
    await requireServerVersion(client, url);
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A refused connection to several addresses is an AggregateError without a message of its own. */
function reasonOf(cause: unknown): string {
  const first: unknown = (cause as Partial<AggregateError>).errors?.[0] ?? cause;
  return (first as Partial<Error> | undefined)?.message ?? String(first);
}
