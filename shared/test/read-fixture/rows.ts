import fc from 'fast-check';

/** Rows of the fixture as a test keeps them in memory, by property name. Moments are text with microseconds. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };
export interface Rows {
  readonly author: readonly Row[];
  readonly book: readonly Row[];
  readonly review: readonly Row[];
  readonly loan: readonly Row[];
}

/** Signs that SQL, LIKE, JSON, regular expressions or sorting may trip over. */
const signs = [
  'a',
  'A',
  'e',
  'é',
  'É',
  'b',
  '%',
  '_',
  '\\',
  "'",
  '"',
  ' ',
  '😀',
  '％',
  '\u{e000}',
  '1',
  '$',
  '{',
  '\n',
];
export const hostileTexts = [
  "'; drop table book; --",
  '$1',
  '"',
  "''",
  '\\',
  '%',
  '_',
  '__proto__',
  'constructor',
  '${x}',
  "E'\\'",
  '/*',
  '\u202e',
];

export const anySign = fc.constantFrom(...signs);

export const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...signs), maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileTexts) },
);

export const organisationIds = ['organisation_1', 'organisation_2', 'organisation_3'];
export const genres = ['poetry', 'history', "kid's", 'é'];
export const kinds = ['NOVEL', 'ATLAS', 'COMIC'];
const publisherIds = ['publisher_1', 'publisher_2', "publisher_'3"];

const idsOf = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_one, index) => `${kind}_${String(index).padStart(3, '0')}`);

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 2 });
const day = fc
  .integer({ min: -20_000, max: 25_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

/** Few different moments, so that some differ by a microsecond only. */
const moment = fc
  .tuple(
    fc.constantFrom('2026-01-31T23:59:59.', '2010-02-28T00:00:00.', '1969-12-31T12:00:00.'),
    fc.constantFrom('123456', '123457', '123000', '999999', '000000'),
  )
  .map(([second, fraction]) => `${second}${fraction}Z`);

const author = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: anyText,
    bornOn: maybe(day),
    email: maybe(anyText),
    mentorId: maybe(fc.constantFrom(...idsOf('author', 15))),
    rating: fc.constantFrom('0', '1.50', '2', '-3.25', '100000000.125'),
    active: fc.boolean(),
    createdAt: moment,
    updatedAt: moment,
    version: fc.integer({ min: 1, max: 9 }),
  });

const cover = fc.record({
  color: anyText,
  size: maybe(fc.record({ width: fc.integer(), height: maybe(fc.integer()) })),
  designedAt: maybe(fc.constant('2020-01-02T03:04:05.678Z')),
});
const chapter = fc.record({ title: anyText, pages: fc.integer(), words: maybe(fc.array(anyText, { maxLength: 2 })) });
const medium = fc.oneof(
  fc.record({ __typename: fc.constant('Film'), title: anyText, minutes: fc.integer() }),
  fc.record({ __typename: fc.constant('Song'), title: anyText, tempo: fc.constantFrom(1, 2.5, -0.125) }),
);

const book = (id: string) =>
  fc.record({
    id: fc.constant(id),
    title: anyText,
    subtitle: maybe(anyText),
    authorId: fc.constantFrom(...idsOf('author', 16)),
    publisherId: maybe(fc.constantFrom(...publisherIds)),
    sequelId: maybe(fc.constantFrom(...idsOf('book', 40))),
    ownerId: fc.constantFrom(...organisationIds),
    pages: fc.integer({ min: -1, max: 4 }),
    cents: fc.constantFrom('0', '-5', '9007199254740991', '9223372036854775807', '9223372036854775806', '17'),
    weight: maybe(fc.constantFrom('1.5', '0', '-2.25')),
    published: fc.boolean(),
    genres: fc.subarray(genres),
    printedAt: moment,
    dueOn: maybe(day),
    kind: fc.constantFrom(...kinds),
    cover: maybe(cover),
    chapters: fc.array(chapter, { maxLength: 2 }),
    media: maybe(fc.array(medium, { maxLength: 2 })),
    createdAt: moment,
    updatedAt: moment,
    version: fc.integer({ min: 1, max: 9 }),
  });

const review = (id: string) =>
  fc.record({
    id: fc.constant(id),
    bookId: fc.constantFrom(...idsOf('book', 40)),
    stars: fc.integer({ min: 0, max: 3 }),
    remark: anyText,
    secret: maybe(anyText),
    organisationId: fc.constantFrom(...organisationIds),
    referentId: maybe(fc.constantFrom(...idsOf('author', 15))),
    createdAt: moment,
    updatedAt: moment,
    version: fc.constant(1),
  });

const loan = (id: string) =>
  fc.record({
    id: fc.constant(id),
    bookId: fc.constantFrom(...idsOf('book', 40)),
    organisationId: fc.constantFrom(...organisationIds),
    since: day,
    createdAt: moment,
    updatedAt: moment,
    version: fc.constant(1),
  });

const rowsOf = (kind: string, count: number, row: (id: string) => fc.Arbitrary<Row>): fc.Arbitrary<Row[]> =>
  fc.tuple(...idsOf(kind, count).map(row));

/** Rows that refer to each other, also to rows that are not there; the same ones for the same seed. */
export function rowsOfSeed(seed: number): Rows {
  const all = fc.record({
    author: rowsOf('author', 15, author),
    book: rowsOf('book', 40, book),
    review: rowsOf('review', 60, review),
    loan: rowsOf('loan', 30, loan),
  });
  const rows = fc.sample(all, { seed, numRuns: 1 })[0]!;
  return { ...rows, author: withWord(rows.author, 'name'), book: withWord(rows.book, 'title') };
}

/** A word to search for: it is in no other text, and nothing is like it. */
export const soughtWord = 'wortel';

/** Every third row has the word; a subtitle would have to have it too. */
const withWord = (rows: readonly Row[], name: 'name' | 'title'): Row[] =>
  rows.map((row, index) =>
    index % 3 > 0
      ? row
      : { ...row, [name]: `${soughtWord} ${String(row[name])}`, ...(name === 'title' && { subtitle: null }) },
  );

const columnOf = (property: string): string => property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Writes rows to the tables of the fixture; `run` is the owner's. */
export async function store(
  rows: Partial<Rows>,
  run: (text: string, values: readonly unknown[]) => Promise<unknown>,
): Promise<void> {
  for (const [table, list] of Object.entries(rows)) {
    const stored = list.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])),
    );
    const columns = Object.keys(stored[0] ?? {}).join(', ');
    if (stored.length > 0)
      await run(
        `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(stored)],
      );
  }
}
