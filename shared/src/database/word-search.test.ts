import fc from 'fast-check';
import { cloneDatabase } from '../../test/database.js';
import { anyText } from '../../test/read-fixture/rows.js';
import { withConnection } from './connect.js';
import { searchSupport } from './search-support.js';
import { wordSearch } from './word-search.js';

let ownerUrl: string;

beforeAll(async () => {
  const nothing = { name: 'community', holds: 'nothing', migrate: async () => undefined } as const;
  ownerUrl = (await cloneDatabase(nothing)).owner;
  await withConnection(ownerUrl, async (client) => {
    for (const statement of [...searchSupport(), ...wordSearch(), ...wordSearch()]) await client.query(statement);
  });
});

const words = [
  'Burgerzaken',
  'vergunning',
  'Oostende',
  'de',
  'financiën',
  'e-loket',
  "d'Hoop",
  '8400',
  '2.0',
  'gent.be',
];
const anyTitle = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((some) => some.join(' '));

describe('a query of Dutch words', () => {
  it('is made of whatever text', async () => {
    await withConnection(ownerUrl, async (client) => {
      const texts = fc.oneof(
        fc.array(anyText).map((some) => some.join(' ')),
        fc.string({ unit: 'grapheme' }),
      );
      const property = fc.asyncProperty(texts, async (text) => {
        await client.query('select dutch_query($1)', [text.replaceAll('\0', '')]);
      });
      await fc.assert(property, { numRuns: 500 });
    });
  });

  it('finds a text by all of its words, in any order and case', async () => {
    await withConnection(ownerUrl, async (client) => {
      const property = fc.asyncProperty(anyTitle, async (title) => {
        const typed = title.split(' ').toReversed().join(' ').toUpperCase();
        const { rows } = await client.query(
          'select dutch_query($2) is null or dutch_vector($1) @@ dutch_query($2) as "found"',
          [title, typed],
        );
        expect(rows).toEqual([{ found: true }]);
      });
      await fc.assert(property, { numRuns: 200 });
    });
  });

  it('finds a name with its number, written and typed as one word or as two', async () => {
    const letters = fc.stringMatching(/^[a-z]{1,6}$/);
    await withConnection(ownerUrl, async (client) => {
      const property = fc.asyncProperty(letters, fc.nat(), async (name, number) => {
        const { rows } = await client.query(
          `select dutch_vector('Over ' || $1) @@ dutch_query($2) as "joined", dutch_vector('Over ' || $2) @@ dutch_query($1) as "parted"`,
          [`${name}${number}`, `${name} ${number}`],
        );
        expect(rows).toEqual([{ joined: true, parted: true }]);
      });
      await fc.assert(property, { numRuns: 200 });
    });
  });

  it('finds whatever surely has the words', async () => {
    await withConnection(ownerUrl, async (client) => {
      const property = fc.asyncProperty(anyTitle, anyTitle, async (title, typed) => {
        const { rows } = await client.query(
          'select dutch_vector($1) @@ dutch_query($2, false) and not dutch_vector($1) @@ dutch_query($2) as "isWrong"',
          [title, typed],
        );
        expect(rows).not.toEqual([{ isWrong: true }]);
      });
      await fc.assert(property, { numRuns: 200 });
    });
  });

  it('wants every word', async () => {
    await withConnection(ownerUrl, async (client) => {
      const { rows } = await client.query(`select dutch_vector('Stad Gent') @@ dutch_query('stad aalst') as "found"`);
      expect(rows).toEqual([{ found: false }]);
    });
  });
});
