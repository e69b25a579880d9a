import fc from 'fast-check';
import type { Client } from 'pg';
import { cloneDatabase } from '../../test/database.js';
import { oneEdit } from '../../test/one-edit.js';
import { anyText } from '../../test/read-fixture/rows.js';
import { withConnection } from './connect.js';
import { searchSupport } from './search-support.js';
import { slipSearch } from './slip-search.js';
import { wordSearch } from './word-search.js';

let ownerUrl: string;

beforeAll(async () => {
  const nothing = { name: 'community', holds: 'nothing', migrate: async () => undefined } as const;
  ownerUrl = (await cloneDatabase(nothing)).owner;
  await withConnection(ownerUrl, async (client) => {
    for (const statement of [...searchSupport(), ...wordSearch(), ...slipSearch(), ...slipSearch()])
      await client.query(statement);
  });
});

async function isFound(client: Pick<Client, 'query'>, name: string, typed: string): Promise<boolean | null> {
  const text = 'select slip_vector(dutch_vector($1)) @@ slip_query($2) as "found", swapped_query($2)';
  return (await client.query<{ found: boolean | null }>(text, [name, typed])).rows[0]!.found;
}

describe('a slip of the finger', () => {
  it('is forgiven in every word of four letters or more, and the words right', async () => {
    const words = ['gent', 'lier', 'aalst', 'kortrijk', 'geraardsbergen', 'burgerzaken'];
    const typed = fc.constantFrom(...words).chain((word) => fc.tuple(fc.constant(word), oneEdit(word)));
    await withConnection(ownerUrl, async (client) => {
      const property = fc.asyncProperty(typed, typed, async ([one, oneTyped], [other, otherTyped]) => {
        // a word that lost its fourth letter, or became one that Dutch search leaves out, is another word
        fc.pre([oneTyped, otherTyped].every((word) => word.length > 3));
        expect(await isFound(client, `${one} de ICT ${other}`, `${otherTyped} ICT ${oneTyped}`)).toBe(true);
      });
      await fc.assert(property, { numRuns: 300 });
    });
  });

  it.each([
    ['in a word of three letters', 'Mol', 'Mal'],
    ['that makes four letters of three', 'Mol', 'Moll'],
    ['in a number', '9000', '9001'],
    ['in a name with a number', 'NIS2 2024', 'NIS2 2025'],
    ['twice in one word', 'Hasselt', 'Hsaslet'],
    ['beside a word that is not there', 'Stad Hasselt', 'hasslet haven'],
  ])('is not forgiven %s', async (_what, name, typed) => {
    expect(await withConnection(ownerUrl, (client) => isFound(client, name, typed))).toBe(false);
  });

  it('finds nothing when words are excluded: it would find them again', async () => {
    expect(await withConnection(ownerUrl, (client) => isFound(client, 'Hasselt', 'hasslet -hasselt'))).toBeNull();
  });

  it('is forgiven in the name and next to it, and not in long texts', async () => {
    const text = `select array(select word from unnest(array['naem', 'fucntie', 'tekts']) word
      where slip_vector(setweight(dutch_vector('naam'), 'A') || setweight(dutch_vector('functie'), 'B')
        || setweight(dutch_vector('tekst'), 'C')) @@ slip_query(word)) as "found"`;
    const { rows } = await withConnection(ownerUrl, (client) => client.query(text));
    expect(rows).toEqual([{ found: ['naem', 'fucntie'] }]);
  });

  it('is smallest when two neighbours changed places', async () => {
    const text = `select array(select word from unnest(array['gent', 'getn', 'egnt', 'gnte', 'genk', 'gen']) word
      where dutch_vector('Gent') @@ swapped_query(word)) as "found"`;
    const { rows } = await withConnection(ownerUrl, (client) => client.query(text));
    expect(rows).toEqual([{ found: ['gent', 'getn', 'egnt'] }]);
  });

  it('is looked for in whatever text', async () => {
    await withConnection(ownerUrl, async (client) => {
      const texts = fc.oneof(anyText, fc.string({ unit: 'grapheme' }));
      const property = fc.asyncProperty(texts, texts, async (name, typed) => {
        await isFound(client, name.replaceAll('\0', ''), typed.replaceAll('\0', ''));
      });
      await fc.assert(property, { numRuns: 500 });
    });
  });
});
