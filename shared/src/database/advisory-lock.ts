import { withConnection } from './connect.js';

/**
 * Runs `work` while no other process holds the lock of this name in the same database; waits as long as it takes.
 * The lock belongs to a connection: when the process dies, the server frees it.
 */
export const withAdvisoryLock = <Result>(url: string, name: string, work: () => Promise<Result>): Promise<Result> =>
  withConnection(url, async (client) => {
    await client.query(`select pg_advisory_lock(hashtextextended($1, 0))`, [`lokaal:${name}`]);
    return work();
  });
