import { Pool } from 'pg';
import { onConnection } from './connection.js';

let pool: Pool;
let other: Pool;

beforeAll(() => {
  pool = new Pool({ connectionString: process.env['TEST_SERVER_URL'], max: 1, application_name: 'given up' });
  other = new Pool({ connectionString: process.env['TEST_SERVER_URL'], max: 1 });
});

afterAll(() => Promise.all([pool.end(), other.end()]));

const sleep = (signal: AbortSignal) => onConnection(pool, signal, (client) => client.query('select pg_sleep(60)'));

/** How many statements of the first pool the server runs. */
async function running(): Promise<number> {
  const { rows } = await other.query<{ count: number }>(
    `select count(*)::integer from pg_stat_activity where application_name = 'given up' and state = 'active'`,
  );
  return rows[0]!.count;
}

describe('a statement whose request is given up', () => {
  it('is cancelled on the server, and does not take the next one with it', async () => {
    const controller = new AbortController();
    const abortWhileItRuns = async () => {
      while ((await running()) === 0);
      controller.abort();
    };
    const [outcome] = await Promise.allSettled([sleep(controller.signal), abortWhileItRuns()]);
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: '57014' } });
    expect(await running()).toBe(0);
    const { signal } = new AbortController();
    expect(await onConnection(pool, signal, async (client) => (await client.query('select 1')).rowCount)).toBe(1);
  });

  it('does not begin when it was given up before, or while it waited for a connection', async () => {
    const begun: string[] = [];
    const begin = (signal: AbortSignal) => onConnection(pool, signal, async () => begun.push('begun'));
    await expect(begin(AbortSignal.abort())).rejects.toMatchObject({ extensions: { code: 'TIMEOUT' } });
    const holder = await pool.connect();
    const controller = new AbortController();
    const waiting = begin(controller.signal);
    controller.abort();
    holder.release();
    await expect(waiting).rejects.toMatchObject({ extensions: { code: 'TIMEOUT' } });
    expect(begun).toEqual([]);
  });

  it('leaves nothing behind at a signal that never comes', async () => {
    const { signal } = new AbortController();
    const removed = jest.spyOn(signal, 'removeEventListener');
    await onConnection(pool, signal, (client) => client.query('select 1'));
    expect(removed).toHaveBeenCalledTimes(1);
  });
});
