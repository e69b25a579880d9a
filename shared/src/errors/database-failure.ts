/** Codes of PostgreSQL and of its client that mean: not now. 57P01..03 shutdown, 53300 too many connections, class 08 connection. */
const unavailable = /^(08...|57P0[123]|53300|53100|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND)$/;
/** What the client of PostgreSQL says without a code: no connection in time, or one that broke off. */
const noConnection = /timeout exceeded when trying to connect|^Connection terminated/;
/** Statement timeout and lock timeout. */
const tooSlow = /^(57014|55P03)$/;

/** What may be told of a database that failed: TIMEOUT is as it should be, SERVICE_UNAVAILABLE is for the log too. */
export function databaseFailure(
  cause: unknown,
): { code: 'TIMEOUT' | 'SERVICE_UNAVAILABLE'; message: string } | undefined {
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: string };
  const written = typeof code === 'string' ? code : '';
  if (tooSlow.test(written)) return { code: 'TIMEOUT', message: 'This took too long.' };
  if (!unavailable.test(written) && !noConnection.test(message ?? '')) return undefined;
  return { code: 'SERVICE_UNAVAILABLE', message: 'The database cannot be reached at this moment.' };
}
