import { Column, Entity, PrimaryColumn, type DataSource } from 'typeorm';
import { cloneDatabase } from '../../test/database.js';
import { withConnection } from './connect.js';
import { createDataSource } from './data-source.js';
import { lockVersion } from './lock-version.js';
import { createReadPool } from './read-pool.js';
import { inTransaction } from './transaction.js';

@Entity('counter')
class CounterEntity {
  @PrimaryColumn('text') id!: string;
  @Column('integer') value!: number;
  @Column('integer') version!: number;
}

let dataSource: DataSource;
let serverUrl: string;

beforeAll(async () => {
  const urls = await cloneDatabase({ name: 'community', holds: 'nothing', migrate: async () => undefined });
  serverUrl = urls.server;
  await withConnection(urls.owner, async (client) => {
    await client.query('create table counter (id text primary key, value integer not null, version integer not null)');
    await client.query('grant select, insert, update on counter to community_server');
  });
  dataSource = await createDataSource({ url: urls.server, applicationName: 'test', entities: [CounterEntity] });
});

beforeEach(() =>
  dataSource.query(`insert into counter values ('a', 0, 1), ('b', 0, 1)
  on conflict (id) do update set value = 0, version = 1`),
);

afterAll(() => dataSource.destroy());

/** Adds one to both counters; the first time, the two wait for each other in between, so that they cross. */
function crossing(): { add: (first: string, second: string) => Promise<void>; runs: () => number } {
  let runs = 0;
  let met = (): void => undefined;
  const bothHoldOne = new Promise<void>((resolve) => (met = resolve));
  const add = (first: string, second: string): Promise<void> =>
    inTransaction(dataSource, async (tx) => {
      runs += 1;
      await tx.increment(CounterEntity, { id: first }, 'value', 1);
      if (runs >= 2) met();
      await bothHoldOne;
      await tx.increment(CounterEntity, { id: second }, 'value', 1);
    });
  return { add, runs: () => runs };
}

describe('inTransaction', () => {
  it('tries again after a deadlock, so that both callers succeed', async () => {
    const { add, runs } = crossing();
    await Promise.all([add('a', 'b'), add('b', 'a')]);
    expect(runs()).toBe(3);
    expect((await dataSource.getRepository(CounterEntity).find()).map(({ value }) => value)).toEqual([2, 2]);
  });

  it('tries no more than three times again', async () => {
    let runs = 0;
    const failing = inTransaction(dataSource, async (tx) => {
      runs += 1;
      await tx.query(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
    });
    await expect(failing).rejects.toThrow('again');
    expect(runs).toBe(4);
  });

  it('does not repeat what failed for another reason', async () => {
    let runs = 0;
    await expect(
      inTransaction(dataSource, async (tx) => {
        runs += 1;
        await tx.query('select 1 / 0');
      }),
    ).rejects.toThrow('division by zero');
    expect(runs).toBe(1);
  });
});

describe('lockVersion', () => {
  const load = (id: string, version: number): Promise<CounterEntity> =>
    inTransaction(dataSource, (tx) => lockVersion(tx, CounterEntity, id, version));

  it('gives the row of the expected version', async () => {
    expect(await load('a', 1)).toMatchObject({ id: 'a', version: 1 });
  });

  it('refuses another version and tells the current one', async () => {
    await expect(load('a', 7)).rejects.toMatchObject({
      code: 'CONFLICT',
      field: ['expectedVersion'],
      message: expect.stringContaining('the current version is 1'),
    });
  });

  it('refuses a row that is not there', async () => {
    await expect(load('z', 1)).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'Counter was not found.' });
  });

  it('loses no increment of ten writers that try again after a conflict', async () => {
    const increment = async (): Promise<void> => {
      const { version } = await dataSource.getRepository(CounterEntity).findOneByOrFail({ id: 'a' });
      await inTransaction(dataSource, async (tx) => {
        const row = await lockVersion(tx, CounterEntity, 'a', version);
        await tx.update(CounterEntity, 'a', { value: row.value + 1, version: version + 1 });
      }).catch(increment);
    };
    await Promise.all(Array.from({ length: 10 }, increment));
    expect(await load('a', 11)).toMatchObject({ value: 10 });
  });
});

describe('serving connections', () => {
  const shown = `select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout',
    'idle_in_transaction_session_timeout', 'TimeZone', 'jit', 'application_name') order by name`;
  const settings = [
    { name: 'application_name', setting: 'test' },
    { name: 'idle_in_transaction_session_timeout', setting: '10000' },
    { name: 'jit', setting: 'off' },
    { name: 'lock_timeout', setting: '3000' },
    { name: 'statement_timeout', setting: '5000' },
    { name: 'TimeZone', setting: 'UTC' },
  ];

  it('have their limits when they read', async () => {
    const pool = createReadPool({ url: serverUrl, applicationName: 'test' });
    const { rows } = await pool.query<{ name: string }>(shown);
    await pool.end();
    expect(rows).toEqual(expect.arrayContaining(settings));
  });

  it('have their limits when they write', async () => {
    expect(await dataSource.query(shown)).toEqual(expect.arrayContaining(settings));
  });

  it('survive the end of the server side, idle or not', async () => {
    const pool = createReadPool({ url: serverUrl, applicationName: 'doomed', max: 1 });
    const client = await pool.connect();
    await dataSource.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'`);
    await expect(client.query('select 1')).rejects.toThrow();
    client.release(true);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});
