import { allOf, type Condition } from './condition.js';
import type { OrderTerm } from './cursor.js';
import type { Scope } from './scope.js';
import { identifier, join, type Sql, sql } from './sql.js';

/**
 * Ways in which a row matches; a later one is asked only when the earlier ones find nothing, so it puts nothing between
 * what was meant.
 * - `exact`: it has the words, in whatever form, whole or begun: Dutch full text;
 * - `slip`: it has words that are one letter apart from them. Asked too when no row surely has the words themselves: the stem
 *   of "Aalts" begins Aalter, and Aalst is meant;
 * - `alike`: its name has something like each of them: trigrams of whole words;
 * - `some`: it has as many of them as any row, and no word is in no row at all.
 */
const ways = ['exact', 'slip', 'alike', 'some'] as const;

export type Way = (typeof ways)[number];

/** What a way asks of a row. */
export interface Match {
  readonly holds: Sql;
  /** How well. Similarity is asked only of rows that are alike: it takes too long for the thousands that a common word finds. */
  readonly rank: Sql;
  /** Which of the words it does not surely have, as bits. */
  readonly lacks: Sql;
}

/** All of the words, as bits. */
export const everything = sql`-1`;

const rank = identifier('§rank');
const lacks = identifier('§lacks');

/** The order of a searched list, unless another one is asked for: the best match first. */
export const byRelevance = (alias: string): OrderTerm => ({
  expression: sql`${identifier(alias)}.${rank}`,
  type: 'double precision',
  descending: true,
  label: 'relevance',
});

/** What is kept of how a row matches, as columns; how well only where that is the order. */
export const matchColumns = (match: Match, isRanked: boolean): Sql[] => [
  sql`(${match.lacks})::bigint as ${lacks}`,
  ...(isRanked ? [sql`(${match.rank})::double precision as ${rank}`] : []),
];

/** The rows of a searched list under a name, for a WITH clause. */
export interface SearchedRows {
  readonly name: Sql;
  readonly definitions: Sql;
}

/**
 * The rows that match in the first way in which any does. Each way's rows are read once, however often the list uses
 * them, and only when they are needed. `rows` reads the list's own rows that match in one way and meet a condition:
 * whether there are any must not depend on rows that the viewer cannot see.
 */
export function searchedRows(scope: Scope, rows: (way: Way, more: Condition) => Sql): SearchedRows {
  const found = { exact: scope.alias(), slip: scope.alias(), alike: scope.alias(), some: scope.alias() };
  const rowsOf = (way: Way): Sql => identifier(found[way]);
  const none = (...earlier: Way[]): Condition =>
    allOf(...earlier.map((way) => sql`not exists (select from ${rowsOf(way)})`));
  const asked: Readonly<Record<Way, Condition>> = {
    exact: 'always',
    slip: sql`not exists (select from ${rowsOf('exact')} where ${lacks} = 0)`,
    alike: none('exact', 'slip'),
    some: none('exact', 'slip', 'alike'),
  };
  const definitions = ways.map((way) => sql`${rowsOf(way)} as materialized (${rows(way, asked[way])})`);
  const all = ways.map((way) => (way === 'some' ? mostOf(rowsOf(way)) : sql`select * from ${rowsOf(way)}`));
  const name = identifier(scope.alias());
  return { name, definitions: sql`${join(definitions, ', ')}, ${name} as materialized (${join(all, ' union all ')})` };
}

/** Those that lack the fewest words, unless there is a word that all of them lack: what was asked is not here. */
const mostOf = (some: Sql): Sql => sql`select * from ${some}
  where bit_count(${lacks}::bit(64)) = (select min(bit_count(${lacks}::bit(64))) from ${some})
    and (select bit_and(${lacks}) from ${some}) = 0`;
