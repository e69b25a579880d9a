import { isStaff } from '../../src/auth/index.js';
import { matches } from './naive-filter.js';
import { compareValues, typeOfColumn } from './naive-values.js';
import type { Row } from './rows.js';
import { seen, type Thing, type World } from './naive-world.js';

export type Arguments = Readonly<Record<string, unknown>>;

interface Asked {
  readonly args: Arguments;
  readonly world: World;
}

const defaultOrder: Readonly<Record<string, string>> = {
  Author: 'name',
  Book: 'title',
  Review: 'stars',
  Loan: 'since',
};

interface Term {
  readonly column: string;
  readonly descending: boolean;
}

function termsOf(type: string, { orderBy }: Arguments): Term[] {
  const asked = (orderBy as { field: string; direction: string }[] | null | undefined) ?? [];
  const terms = asked.map(({ field, direction }) => ({
    column: field.toLowerCase().replaceAll(/_(.)/g, (_all, letter: string) => letter.toUpperCase()),
    descending: direction === 'DESC',
  }));
  const used = terms.length > 0 ? terms : [{ column: defaultOrder[type]!, descending: false }];
  return [...used, { column: 'id', descending: used.at(-1)!.descending }];
}

const sorted = (rows: readonly Row[], terms: readonly Term[]): Row[] =>
  rows.toSorted((a, b) => {
    for (const { column, descending } of terms) {
      const difference = compareValues(typeOfColumn(column), a[column], b[column]);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });

/** The one word that questions search for is in the name or nowhere. */
const isFound = ({ title, name }: Row, { search }: Arguments): boolean =>
  search == null || String(title ?? name).includes(search as string);

/** The id is the last thing in any cursor. */
const idIn = (cursor: unknown): unknown =>
  (JSON.parse(Buffer.from(String(cursor), 'base64url').toString()) as unknown[]).at(-1);
const cursorOf = ({ id }: Row): string => Buffer.from(JSON.stringify([id])).toString('base64url');

/** Rows as a filter sees them: without authors whom this viewer may not see; of who sees all it is not asked. */
function asFiltered({ world }: Asked): (row: Row) => Row {
  if (isStaff(world.viewer)) return (row) => row;
  const authors = new Set<unknown>(seen('Author', world).map(({ id }) => id));
  return (row) => (row['authorId'] === undefined || authors.has(row['authorId']) ? row : { ...row, authorId: null });
}

/** A connection: every part worked out from the whole list. */
export function pageOf(type: string, rows: readonly Row[], asked: Asked): object {
  const { args, world } = asked;
  const filtered = asFiltered(asked);
  const listed = sorted(
    rows.filter((row) => matches(filtered(row), args.filter as never) && isFound(row, args)),
    termsOf(type, args),
  );
  const placeOf = (cursor: unknown): number =>
    cursor == null ? -1 : listed.findIndex(({ id }) => id === idIn(cursor));
  const after = placeOf(args.after);
  const before = placeOf(args.before);
  const between = listed.filter((_row, place) => place > after && (before === -1 || place < before));
  const backwards = args.last != null;
  const size = Number((backwards ? args.last : args.first) ?? 20);
  const page = backwards ? between.slice(Math.max(0, between.length - size)) : between.slice(0, size);
  const more = between.length > size;
  const nodes = page.map((row): Thing => ({ type, row }));
  return {
    nodes,
    edges: nodes.map((node) => ({ node, cursor: cursorOf(node.row) })),
    totalCount: listed.length,
    pageInfo: {
      hasNextPage: backwards ? before !== -1 : more,
      hasPreviousPage: backwards ? more : after !== -1,
      startCursor: page[0] ? cursorOf(page[0]) : null,
      endCursor: page.length > 0 ? cursorOf(page.at(-1)!) : null,
    },
    facets: facetsOf(listed, world),
  };
}

const facetColumns = ['kind', 'genres', 'published', 'pages', 'authorId'];

const facetsOf = (rows: readonly Row[], world: World): object =>
  Object.fromEntries(facetColumns.map((column) => [column, facetOf(rows, column, world)]));

function facetOf(rows: readonly Row[], column: string, world: World): object[] {
  const counts = new Map<string, number>();
  for (const value of rows.flatMap((row) => row[column]))
    counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  const authors = new Map(seen('Author', world).map(({ id, name }) => [id, name]));
  // where all authors may be seen, a key that points to none is a key like others
  const isTold = (value: string): boolean => column !== 'authorId' || authors.has(value) || isStaff(world.viewer);
  return [...counts]
    .filter(([value]) => isTold(value))
    .toSorted(([a, many], [b, other]) => other - many || compareValues('text', a, b))
    .map(([value, count]) => ({ value, count, label: column === 'authorId' ? (authors.get(value) ?? null) : value }));
}
