import fc from 'fast-check';
import { cloneDatabase } from '../../test/database.js';
import { compareValues } from '../../test/read-fixture/naive-values.js';
import { anyText } from '../../test/read-fixture/rows.js';
import { withConnection } from './connect.js';
import { dutchCollation, sortAsDutch } from './dutch-collation.js';
import { searchSupport } from './search-support.js';

let ownerUrl: string;

beforeAll(async () => {
  const nothing = { name: 'community', holds: 'nothing', migrate: async () => undefined } as const;
  ownerUrl = (await cloneDatabase(nothing)).owner;
  await withConnection(ownerUrl, async (client) => {
    const vector = 'dutch_vector(name)';
    const table = [
      `create table place (name text not null, search_vector tsvector generated always as (${vector}) stored)`,
      'create index on place (name)',
      'create index on place using gin (search_text(name) gin_trgm_ops)',
      `insert into place (name) values ('Zwin')`,
    ];
    for (const statement of [...searchSupport(), ...dutchCollation(), ...table]) await client.query(statement);
    for (const statement of sortAsDutch({ table: 'place', column: 'name', vector })) await client.query(statement);
  });
});

const sorted = (names: readonly string[]): Promise<string[]> =>
  withConnection(ownerUrl, async (client) => {
    const text = 'select n from unnest($1::text[]) n order by n collate dutch';
    return (await client.query<{ n: string }>(text, [names])).rows.map(({ n }) => n);
  });

describe('the Dutch collation', () => {
  it('sorts names as a dictionary does', async () => {
    const names = ['Zoë', 'Érard', 'De Panne', 'zoe', 'Zoe', 'Eraerts', 'Deerlijk', 'ézel', 'Essen'];
    const dictionary = ['De Panne', 'Deerlijk', 'Eraerts', 'Érard', 'Essen', 'ézel', 'zoe', 'Zoe', 'Zoë'];
    expect(await sorted(names)).toEqual(dictionary);
  });

  it('sorts numbers by their value', async () => {
    expect(await sorted(['10.0', '9.2', '9.10', 'Zone 10', 'Zone 2'])).toEqual([
      '9.2',
      '9.10',
      '10.0',
      'Zone 2',
      'Zone 10',
    ]);
  });

  it('sorts whatever text as the naive evaluation does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyText, { maxLength: 30 }), async (texts) => {
        expect(await sorted(texts)).toEqual(texts.toSorted((a, b) => compareValues('name', a, b)));
      }),
    );
  });

  it('keeps what differs apart, and what is there', async () => {
    await withConnection(ownerUrl, async (client) => {
      const { rows } = await client.query(`select name = 'zwin' as "same", search_vector from place`);
      expect(rows).toEqual([{ same: false, search_vector: `'zwin':1` }]);
    });
  });
});
