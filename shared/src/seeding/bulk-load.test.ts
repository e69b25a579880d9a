import { cloneDatabase } from '../../test/database.js';
import { withConnection } from '../database/index.js';
import { bulkLoad } from './bulk-load.js';
import { seedInTransaction } from './seed-transaction.js';
import { insertRows, type SeedRow } from './write-rows.js';

let url: string;

beforeAll(async () => {
  url = (await cloneDatabase({ name: 'community', holds: 'nothing', migrate: async () => undefined })).owner;
  await withConnection(url, (client) =>
    client.query(`
      create table shelf (id text primary key);
      create table book (id text primary key, shelf_id text references shelf on delete cascade, title text not null unique);
      create index on book (shelf_id);
      create unique index book_one on book (lower(title)) where shelf_id is not null;
      alter index book_one alter column 1 set statistics 0;
      insert into shelf values ('low')`),
  );
});

const rows = async (text: string) => withConnection(url, async (client) => (await client.query(text)).rows);

const shape = () =>
  rows(`select indexdef as part from pg_indexes where tablename in ('shelf', 'book')
    union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = 'book'::regclass
    union all select attrelid::regclass || ' ' || attnum || ' ' || attstattarget from pg_attribute
      where attstattarget is not null and attrelid in (select indexrelid from pg_index where indrelid = 'book'::regclass)
    order by part`);

const load = (books: readonly SeedRow[]) =>
  seedInTransaction(url, (client) => bulkLoad(client, ['book'], () => insertRows(client, 'book', books)));

describe('loading in bulk', () => {
  it('leaves every index, with its statistics, and every constraint as it was', async () => {
    const before = await shape();
    await load([{ id: 'one', shelf_id: 'low', title: 'Reinaert' }]);
    expect(await shape()).toEqual(before);
    expect(await rows('select id from book')).toEqual([{ id: 'one' }]);
  });

  it.each([
    ['a reference to nothing', { id: 'two', shelf_id: 'high', title: 'Beatrijs' }, 'book_shelf_id_fkey'],
    ['a row that an index allows once only', { id: 'two', shelf_id: 'low', title: 'REINAERT' }, 'book_one'],
  ])('refuses %s, and then leaves nothing behind', async (_what, book, constraint) => {
    const before = await shape();
    await expect(load([book])).rejects.toMatchObject({ constraint });
    expect(await rows('select id from book')).toEqual([{ id: 'one' }]);
    expect(await shape()).toEqual(before);
  });

  it('checks rows that row level security would hide from the owner, and puts that back', async () => {
    await rows('alter table book enable row level security');
    await rows('alter table book force row level security');
    await rows('create policy nobody on book using (false)');
    await expect(load([{ id: 'two', shelf_id: 'high', title: 'Beatrijs' }])).rejects.toMatchObject({
      constraint: 'book_shelf_id_fkey',
    });
    await load([{ id: 'two', shelf_id: 'low', title: 'Beatrijs' }]);
    expect(await rows('select id from book')).toEqual([]);
  });
});
