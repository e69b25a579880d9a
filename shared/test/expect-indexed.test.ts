import { Client } from 'pg';
import { readModel } from '../src/read/index.js';
import { cloneDatabase, closeBeforeDropping } from './database.js';
import { expectFilterableColumnsIndexed } from './expect-indexed.js';
import { BookEntity } from './read-fixture/entities.js';
import { fixture } from './read-fixture/fixture.js';
import { printerReads } from './read-fixture/reads.js';

const everybody = { visible: () => 'always' as const };

describe('the check of indexes', () => {
  let client: Client;

  beforeAll(async () => {
    const { owner } = await cloneDatabase(fixture);
    client = new Client({ connectionString: owner });
    await client.connect();
    closeBeforeDropping(() => client.end());
  });

  it('is content when each column has an index that begins with it', async () => {
    const model = readModel(BookEntity, {
      ...everybody,
      filter: ['authorId', 'pages', 'title'],
      order: ['title', 'printedAt'],
      search: 'title',
    });
    await expectFilterableColumnsIndexed([model, printerReads], client);
  });

  it('counts no index that holds only some of the rows', async () => {
    await client.query(`create index on book (kind) where published`);
    const model = readModel(BookEntity, { ...everybody, filter: ['kind'] });
    await expect(expectFilterableColumnsIndexed([model], client)).rejects.toThrow('Book.kind (filter)');
  });

  it('names the columns that have none', async () => {
    const model = readModel(BookEntity, { ...everybody, filter: ['kind'], order: ['cents'], search: 'kind' });
    await expect(expectFilterableColumnsIndexed([model], client)).rejects.toThrow(
      /Book\.kind \(filter\)[\s\S]*Book\.cents \(order\)[\s\S]*Book\.kind \(typing errors\)/,
    );
  });
});
