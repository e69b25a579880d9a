import fc from 'fast-check';
import { anonymous } from '../auth/index.js';
import { fixture } from '../../test/read-fixture/fixture.js';
import { type Row, rowsOfSeed, store } from '../../test/read-fixture/rows.js';
import { staff } from '../../test/read-fixture/viewers.js';
import { startForTest, type TestSubgraph } from '../../test/subgraph.js';
import { searchText } from './search-text.js';

let graph: TestSubgraph;
const template = rowsOfSeed(7).book[0]!;

const published = [
  'Burgerzaken',
  'Burgerlijke stand',
  'Beheer van begraafplaatsen',
  'Vergunningen en handhaving',
  'Cliëntvolgsysteem OCMW',
  'Zaak',
  'Zaakafhandeling voor een zaak',
  'Geoloket',
  'Parkeerbeheersing',
  'Betaald parkeren',
  'Verhuisdienst',
  'E-loket 2025',
  'Zaaksysteem',
  'LB365',
  'NIS 2',
  'Wegwijs in LB365 en LB 365 van nu',
  'Wegwijs in NIS 2',
  'ISO/IEC 27001 gelezen',
  'Aalst en omgeving',
  'Aalter',
];
const hidden = ['Burgerzaak geheim', 'Geheime geolokat'];

beforeAll(async () => {
  graph = await startForTest(fixture, {});
  const book = [...published, ...hidden].map((title, index): Row => ({
    ...template,
    id: `book_${index}`,
    title,
    kind: hidden.includes(title) ? 'COMIC' : 'NOVEL',
    published: published.includes(title),
  }));
  await store({ book }, (text, values) => graph.sql(text, values));
});

const SEARCH = `query ($search: String) { books(search: $search) { totalCount nodes { title } facets { kind { value count } } } }`;

async function found(search: string, viewer = anonymous): Promise<string[]> {
  const { data } = await graph.as(viewer).run(SEARCH, { search });
  expect(data.books.totalCount).toBe(data.books.nodes.length);
  return (data.books.nodes as { title: string }[]).map(({ title }) => title);
}

describe('search in Dutch', () => {
  it.each([
    ['another form of the word', 'burgerzaak', ['Burgerzaken']],
    ['capitals', 'BURGERZAKEN', ['Burgerzaken']],
    ['an accent that is not typed', 'clientvolgsysteem', ['Cliëntvolgsysteem OCMW']],
    ['an accent that is not written', 'béheer', ['Beheer van begraafplaatsen']],
    ['all words, in any order', 'handhaving vergunning', ['Vergunningen en handhaving']],
    ['words around stop words', 'de begraafplaats van', ['Beheer van begraafplaatsen']],
    ['a word that is being typed', 'begraafp', ['Beheer van begraafplaatsen']],
    ['a word without those that are excluded', 'zaak -zaakafhandeling', ['Zaak']],
    ['an excluded phrase at the end', 'vergunningen -"burgerlijke stand"', ['Vergunningen en handhaving']],
    ['a word that is being typed beyond its stem', 'vergunni', ['Vergunningen en handhaving']],
    ['words of which the last is being typed', 'beheer begr', ['Beheer van begraafplaatsen']],
    ['a compound by a word of another spelling', 'parkeren', ['Parkeerbeheersing', 'Betaald parkeren']],
    ['a compound by a word with another consonant', 'verhuizen', ['Verhuisdienst']],
    ['a part of a hyphenated word', 'loket', ['E-loket 2025']],
    ['a hyphenated word, however it is written', 'e loket-2025', ['E-loket 2025']],
    ['a hyphenated word beside an operator', 'e-loket -burgerzaken', ['E-loket 2025']],
    ['a typing error, when nothing matches', 'burgerzakn', ['Burgerzaken']],
    ['two letters that changed places', 'geolokte', ['Geoloket']],
    ['two typing errors in a long word', 'vergunnniggen', ['Vergunningen en handhaving']],
    ['a slip in each word', 'parkern betald', ['Betaald parkeren']],
    ['a name and its number that are typed apart', 'lb 365', ['LB365', 'Wegwijs in LB365 en LB 365 van nu']],
    ['a name and its number that are written apart', 'wegwijs nis2', ['Wegwijs in NIS 2']],
    ['a name and its number as they are written', 'nis 2', ['NIS 2', 'Wegwijs in NIS 2']],
    ['a number behind a second name', 'iso27001', ['ISO/IEC 27001 gelezen']],
    ['a number that is being typed', 'iso270', ['ISO/IEC 27001 gelezen']],
    ['a slip as well, when a stem only begins a word', 'aalts', ['Aalst en omgeving', 'Aalter']],
  ])('finds %s', async (_name, search, titles) => {
    expect((await found(search)).toSorted()).toEqual(titles.toSorted());
  });

  it.each([
    ['nothing at all', 'xyzzy'],
    ['only a percent sign', '%'],
    ['operators without words', '-- & | ! ()'],
  ])('finds nothing for %s', async (_name, search) => {
    expect(await found(search)).toEqual([]);
  });

  it.each([
    ['a word', 'x'.repeat(201)],
    ['many words', 'zaak '.repeat(20_000)],
    ['many different words', Array.from({ length: 15_000 }, (_one, index) => `w${index}`).join(' ')],
  ])('refuses %s longer than any title, also after a search that it took', async (_name, search) => {
    await found('x'.repeat(200));
    const answer = await graph.as(anonymous).run(SEARCH, { search });
    expect(answer).toHaveError('BAD_USER_INPUT');
    expect(answer.errors?.map(({ message }: { message: string }) => message)).toEqual([
      '"search" is at most 200 characters long.',
    ]);
  });

  const others = (count: number, between: string) =>
    Array.from({ length: count }, (_one, index) => `w${index}`).join(between);
  it.each([
    ['looks for the first sixteen different words', others(13, ' or '), ['Burgerzaken', 'Geoloket']],
    ['leaves out those after them', others(14, ' or '), ['Burgerzaken']],
    ['takes words that hang together for as many', others(14, '-'), ['Burgerzaken']],
    ['takes words between other signs for as many', others(14, ','), ['Burgerzaken']],
    [
      'takes a word that comes again for one',
      `${others(7, ' or ')} or ${others(7, ' or ').toUpperCase()}`,
      ['Burgerzaken', 'Geoloket'],
    ],
  ])('%s', async (_what, between, titles) => {
    expect((await found(`burgerzaken or ${between} or geoloket`)).toSorted()).toEqual(titles);
  });

  it('looks for no more words than that, however PostgreSQL writes their signs', async () => {
    const signs = [
      'a',
      'b',
      ' ',
      ' ',
      ',',
      '\u3380',
      '\u3381',
      '\u00a9',
      '\u00ae',
      '\u00bd',
      '\u2105',
      '\u02c8',
      '\u02b0',
      '\u0149',
      '\ufdfa',
    ];
    const text = fc.string({ unit: fc.constantFrom(...signs), minLength: 100, maxLength: 200 });
    const words = `select from unnest(to_tsvector('pg_catalog.simple', search_words($1)))`;
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        expect((await graph.sql(words, [searchText('search')(typed)])).length).toBeLessThanOrEqual(16);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['\0', ' \0', 'zaak\0systeem'])('refuses U+0000, also after a search that it took: %j', async (search) => {
    await found('zaak');
    expect(await graph.as(anonymous).run(SEARCH, { search })).toHaveError('BAD_USER_INPUT');
    for (const part of ['totalCount', '__typename', 'pageInfo { hasNextPage }', 'facets { __typename }'])
      expect(
        await graph.as(anonymous).run(`query ($search: String) { books(search: $search) { ${part} } }`, { search }),
      ).toHaveError('BAD_USER_INPUT');
  });

  it('finds each title by as much of it as was typed', async () => {
    const begun = published.flatMap((title) =>
      Array.from({ length: title.length - 2 }, (_one, index) => ({ title, typed: title.slice(0, index + 3) })),
    );
    const missed: string[] = [];
    for (const { title, typed } of begun) if (!(await found(typed)).includes(title)) missed.push(typed);
    expect(missed).toEqual([]);
  });

  it('is no search when it is blank', async () => {
    expect(await found(' ')).toHaveLength(published.length);
  });

  it('puts what is called so first, then what begins so, then what has it further on', async () => {
    expect(await found('zaak')).toEqual(['Zaak', 'Zaakafhandeling voor een zaak', 'Zaaksysteem']);
    expect(await found('parkeren')).toEqual(['Betaald parkeren', 'Parkeerbeheersing']);
    expect((await found('zaaksys'))[0]).toBe('Zaaksysteem');
  });

  it.each([
    ['lb 365', 'LB365'],
    ['nis2', 'NIS 2'],
    ['e loket 2025', 'E-loket 2025'],
  ])('puts what is called so first, however its number and hyphen are written: %s', async (typed, title) => {
    expect((await found(typed))[0]).toBe(title);
  });

  it('puts what was meant before what the stem of it begins', async () => {
    expect(await found('aalts')).toEqual(['Aalst en omgeving', 'Aalter']);
  });

  it('keeps to the order that was asked for', async () => {
    const { data } = await graph
      .as(anonymous)
      .run('{ books(search: "zaak", orderBy: [{ field: TITLE, direction: DESC }]) { nodes { title } } }');
    expect((data.books.nodes as { title: string }[]).map(({ title }) => title)).toEqual([
      'Zaaksysteem',
      'Zaakafhandeling voor een zaak',
      'Zaak',
    ]);
  });

  it('searches a nested list, of each row by itself', async () => {
    await graph.sql(
      `insert into author (id, name, rating, active) values ('one', 'One', 1, true), ('two', 'Two', 1, true)`,
    );
    await graph.sql(`update book set author_id = case when title = 'Burgerzaken' then 'one' else 'two' end`);
    const query = '{ authors { nodes { name books(search: "burgerzaken") { totalCount nodes { title } } } } }';
    const { data } = await graph.as(anonymous).run(query);
    // no book of the second author matches, so there it looks for what is alike
    expect(data.authors.nodes).toEqual([
      { name: 'One', books: { totalCount: 1, nodes: [{ title: 'Burgerzaken' }] } },
      { name: 'Two', books: { totalCount: 0, nodes: [] } },
    ]);
  });

  it('walks its pages by relevance', async () => {
    const PAGE = `query ($after: String) { books(search: "zaak", first: 1, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } }`;
    const titles: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await graph.as(anonymous).run(PAGE, { after });
      titles.push(data.books.nodes[0].title as string);
      after = data.books.pageInfo.endCursor as string;
      more = data.books.pageInfo.hasNextPage as boolean;
    }
    expect(titles).toEqual(await found('zaak'));
  });
});

describe('words that nothing has together', () => {
  it('find what has one of two, by the first one first', async () => {
    expect(await found('handhaving parkeren')).toEqual(['Vergunningen en handhaving', 'Betaald parkeren']);
    expect(await found('parkeren handhaving')).toEqual(['Betaald parkeren', 'Vergunningen en handhaving']);
  });

  it('find only what has the most of them', async () => {
    expect(await found('parkeren handhaving vergunningen')).toEqual(['Vergunningen en handhaving']);
  });

  it.each([
    ['is nowhere', 'parkeren kwantumcomputer'],
    ['only others may read', 'parkeren geheime'],
    ['is excluded', 'parkeren handhaving -zaak'],
    ['is a phrase', '"parkeren" handhaving'],
  ])('find nothing when one of them %s', async (_what, search) => {
    expect(await found(search)).toEqual([]);
  });

  it('find what has one of them for who may read all', async () => {
    expect((await found('parkeren geheime', staff)).toSorted()).toEqual(['Betaald parkeren', ...hidden].toSorted());
  });
});

describe('rows that the viewer may not see', () => {
  it('do not keep the search from forgiving typing errors', async () => {
    expect(await found('geolokat', staff)).toEqual(['Geheime geolokat']);
    expect(await found('geolokat')).toEqual(['Geoloket']);
  });

  it('change no ranks, counts and facets, in whatever way something is found', async () => {
    const query = SEARCH.replace('nodes { title }', 'edges { cursor node { id } }');
    const searches = ['burgerzaken', 'geolokte', 'vergunnniggen', 'handhaving parkeren', 'parkeren geheime', 'aalts'];
    const all = async (): Promise<unknown[]> => {
      const answers: unknown[] = [];
      for (const search of searches) answers.push((await graph.as(anonymous).run(query, { search })).data);
      return answers;
    };
    const withHidden = await all();
    await graph.sql(`update book set title = 'x' where not published`);
    expect(await all()).toEqual(withHidden);
  });
});
