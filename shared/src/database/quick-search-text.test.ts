import fc from 'fast-check';
import type { Client } from 'pg';
import { cloneDatabase } from '../../test/database.js';
import { withConnection } from './connect.js';
import { quickSearchText } from './quick-search-text.js';
import { searchSupport } from './search-support.js';

let url: string;

/** A table whose index was made with the function as it was. */
beforeAll(async () => {
  url = (await cloneDatabase({ name: 'community', holds: 'nothing', migrate: async () => undefined })).owner;
  await withConnection(url, async (client) => {
    for (const statement of searchSupport()) await client.query(statement);
    await client.query('create table place (name text)');
    await client.query(`insert into place select 'Place ' || n from generate_series(1, 5000) n`);
    await client.query(`insert into place values ('Liège')`);
    await client.query('create index place_text on place using gin (search_text(name) gin_trgm_ops)');
    await client.query('analyze place');
    await client.query(quickSearchText);
  });
});

const oneOf = async (client: Client, query: string, ...values: unknown[]): Promise<unknown> =>
  Object.values((await client.query<Record<string, unknown>>(query, values)).rows[0]!)[0];

const plain = fc.string({ unit: 'grapheme-ascii' });
const any = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));

describe('quickSearchText', () => {
  it('answers what it did before, for any text', async () => {
    await withConnection(url, (client) =>
      fc.assert(
        fc.asyncProperty(fc.oneof(plain, any), async (text) => {
          expect(await oneOf(client, 'select search_text($1) = lower(immutable_unaccent($1))', text)).toBe(true);
        }),
        { numRuns: 500 },
      ),
    );
  });

  it('answers what it did before for each sign, and nothing for nothing', async () => {
    await withConnection(url, async (client) => {
      const other =
        'select count(*)::integer from generate_series(1, 55295) code where search_text(chr(code)) <> lower(immutable_unaccent(chr(code)))';
      expect([await oneOf(client, other), await oneOf(client, 'select search_text(null)')]).toEqual([0, null]);
    });
  });

  it('is found by the index that there was', async () => {
    await withConnection(url, async (client) => {
      const query = `select name from place where search_text(name) like '%liege%'`;
      expect(JSON.stringify((await client.query(`explain ${query}`)).rows)).toContain('place_text');
      expect(await oneOf(client, query)).toBe('Liège');
    });
  });
});
