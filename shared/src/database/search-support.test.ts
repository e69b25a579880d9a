import { cloneDatabase } from '../../test/database.js';
import { withConnection } from './connect.js';
import { searchSupport } from './search-support.js';

let ownerUrl: string;

beforeAll(async () => {
  ownerUrl = (await cloneDatabase({ name: 'community', holds: 'nothing', migrate: async () => undefined })).owner;
  await withConnection(ownerUrl, async (client) => {
    // Twice: migrations of a later slice may repeat it.
    for (const statement of [...searchSupport(), ...searchSupport()]) await client.query(statement);
    await client.query(
      `create table place (name text, vector tsvector generated always as (dutch_vector(name)) stored)`,
    );
    await client.query('create index on place using gin (search_text(name) gin_trgm_ops)');
    await client.query(`insert into place (name) values ('Gemeenten van Vlaanderen'), ('Liège'), ('Kortrijk')`);
  });
});

const namesWhere = (condition: string): Promise<string[]> =>
  withConnection(ownerUrl, async (client) =>
    (await client.query<{ name: string }>(`select name from place where ${condition}`)).rows.map(({ name }) => name),
  );

describe('searchSupport', () => {
  it('finds Dutch words by their stem', async () => {
    expect(await namesWhere(`vector @@ plainto_tsquery('dutch', immutable_unaccent('gemeente'))`)).toEqual([
      'Gemeenten van Vlaanderen',
    ]);
  });

  it('finds words with accents by words without', async () => {
    expect(await namesWhere(`vector @@ plainto_tsquery('dutch', 'liege')`)).toEqual(['Liège']);
  });

  it('finds what was typed wrong by similarity', async () => {
    expect(await namesWhere(`search_text(name) % search_text('Kortrijck')`)).toEqual(['Kortrijk']);
  });

  it('is bound to its functions, whatever the search path', async () => {
    await withConnection(ownerUrl, async (client) => {
      await client.query('set search_path to pg_catalog');
      expect((await client.query(`select public.search_text('Één') as text`)).rows).toEqual([{ text: 'een' }]);
    });
  });
});
