import { anonymous } from '../auth/index.js';
import { fixture } from '../../test/read-fixture/fixture.js';
import { type Row, rowsOfSeed, store } from '../../test/read-fixture/rows.js';
import { startForTest, type TestSubgraph } from '../../test/subgraph.js';
import { synonyms, synonymsInNames } from './synonyms.js';

let graph: TestSubgraph;
const groups = [...synonyms, ...synonymsInNames].map((terms) => terms.map((term) => term.replace('*', '')));

const others = [
  'Gemeenteraad en schepencollege',
  'Itsme en eID',
  'Aimabel aan het loket',
  'Functionaris voor het archief',
  'Beleid rond informatiebeveiligingsincidenten',
  'Opleiding voor de functionaris voor gegevensbescherming',
  'DPO en training in Gent',
  'AVG-training in Aalst',
];

beforeAll(async () => {
  graph = await startForTest(fixture, {});
  const titles = [...groups.flat().map((term) => `Over ${term}`), ...others];
  const template = rowsOfSeed(7).book[0]!;
  const book = titles.map((title, index): Row => ({ ...template, id: `book_${index}`, title, published: true }));
  await store({ book }, (text, values) => graph.sql(text, values));
});

async function found(search: string): Promise<string[]> {
  const { data, errors } = await graph
    .as(anonymous)
    .run('query ($search: String) { books(search: $search, first: 100) { nodes { title } } }', { search });
  expect(errors).toBeUndefined();
  return (data.books.nodes as { title: string }[]).map(({ title }) => title);
}

describe('a word that has synonyms', () => {
  it.each(groups.flatMap((terms) => terms.map((term) => [term, terms] as const)))(
    '"%s" finds what has one of them, after what has the word itself',
    async (term, terms) => {
      const titles = await found(term);
      expect(titles).toEqual(expect.arrayContaining(terms.map((one) => `Over ${one}`)));
      expect(titles.find((title) => title.startsWith('Over '))).toContain(term);
    },
  );

  it('is in one row of the table only', () => {
    const terms = groups.flat();
    expect(new Set(terms).size).toBe(terms.length);
  });

  it.each([
    ['in its plural', 'DPO’s', 'Over functionaris voor gegevensbescherming'],
    ['in its plural', 'trainingen', 'Over opleiding'],
    ['in capitals', 'INFOSEC', 'Over informatieveiligheid'],
    ['without its accent', 'artificiele intelligentie', 'Over ai'],
    ['with a hyphen', 'back-up', 'Over reservekopie'],
    ['before a sign', 'leiderschap?', 'Over leidinggeven'],
    ['where it begins a compound', 'informatieveiligheid', 'Beleid rond informatiebeveiligingsincidenten'],
    ['beside another word', 'opleiding Gent', 'DPO en training in Gent'],
    ['beside a word that is being typed', 'gdpr aal', 'AVG-training in Aalst'],
    ['beside another one', 'vorming dpo', 'Opleiding voor de functionaris voor gegevensbescherming'],
    [
      'beside another one, in several words',
      'functionaris voor gegevensbescherming cursus gent',
      'DPO en training in Gent',
    ],
  ])('is known %s: %s', async (_how, typed, title) => {
    expect(await found(typed)).toContain(title);
  });

  it.each([
    ['what begins so, as a short word begins many', 'informatica', 'Itsme en eID'],
    ['what begins so, as a short word begins many', 'kunstmatige intelligentie', 'Aimabel aan het loket'],
    ['what has a part of several words', 'dpo', 'Functionaris voor het archief'],
    ['what lacks another word', 'opleiding gent', 'AVG-training in Aalst'],
    ['what is a compound of it, unless the table says so', 'lokaal bestuur', 'Gemeenteraad'],
    ['anything by a phrase', '"dpo"', 'Over functionaris voor gegevensbescherming'],
    ['anything beside what is excluded', 'training -aalst', 'Over opleiding'],
  ])('does not find %s: %s', async (_what, typed, title) => {
    const titles = (await found(typed)).join('\n');
    expect(titles).not.toBe('');
    expect(titles).not.toContain(title);
  });
});
