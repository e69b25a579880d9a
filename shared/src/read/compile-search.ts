import { badArgument } from './bad-argument.js';
import type { ColumnRef } from './columns.js';
import { allOf, anyOf, asSql, type Condition, not } from './condition.js';
import type { OrderTerm } from './cursor.js';
import type { Place } from './place.js';
import type { Scope, Selected } from './scope.js';
import { identifier, type Sql, sql } from './sql.js';

/** Characters of a search: a title and some more. Thousands of words cost seconds, and PostgreSQL its stack. */
const longest = 200;

/** A search that was asked for. */
export interface Search {
  /** The row has the words, in whatever form, whole or begun: Dutch full text. */
  readonly exact: Match;
  /** Its name has something like them: trigrams, for words that are not quite right. */
  readonly alike: Match;
}

interface Match {
  readonly holds: Sql;
  /** How well. Similarity is asked only of rows that are alike: it takes too long for the thousands that a common word finds. */
  readonly rank: Sql;
}

/** What the `search` argument asks of a row of a model that is searched, or nothing when it is absent or blank. */
export function compileSearch(place: Place, selected: Selected): Search | undefined {
  const asked = place.scope.structure(selected).search;
  if (place.model.options.search === undefined || typeof asked !== 'string' || asked.trim() === '') return undefined;
  return searchIn(place, textIn(place.scope, selected, 'search'));
}

/** A text to search for, as a parameter. */
export const textIn = (scope: Scope, selected: Selected, argument: 'search' | 'text'): Sql =>
  scope.argument(selected, [argument], { type: 'text', map: modest(argument) });

const modest =
  (argument: string) =>
  (text: unknown): unknown => {
    if (typeof text !== 'string') return text;
    if (text.length > longest) throw badArgument(argument, `is at most ${longest} characters long`);
    if (text.includes('\0')) throw badArgument(argument, 'holds U+0000, which is in no text');
    return text;
  };

/** What a text that is searched asks of a row. */
export function searchIn(place: Place, text: Sql): Search {
  const word = place.row[place.model.options.search!]!;
  const sought = sql`(select search_text(${text}))`;
  const both = sql`${sought}, search_text(${word})`;
  return {
    exact: exactMatch(place, word, text),
    alike: {
      holds: sql`${sought} <% search_text(${word})`,
      rank: sql`word_similarity(${both}) + similarity(${both})`,
    },
  };
}

/** Words that not everybody may read of a row are in a vector of their own: who may not is not told that they are there. */
function exactMatch({ scope, model }: Place, word: ColumnRef, text: Sql): Match {
  // in a subquery of its own, which is worked out once and not for each row
  const query = sql`(select dutch_query(${text}))`;
  const whole = sql`(select plainto_tsquery('pg_catalog.dutch', search_words(${text})))`;
  const vector = (name: string): Sql => sql`${identifier(word.alias)}.${identifier(name)}`;
  const [open, restricted] = [vector('search_vector'), vector('restricted_search_vector')];
  const has = (words: Sql): Condition => sql`${words} @@ ${query}`;
  // divided by the logarithm of the length: of two texts with the word, the shorter one is about it
  const rankIn = (words: Sql): Sql => sql`(ts_rank(${words}, ${query}, 1) + ts_rank(${words}, ${whole}, 1))`;
  const named = nameRank(word, text);
  const mayFindAll = model.options.searchRestricted?.(scope.viewer) ?? 'never';
  if (mayFindAll === 'never') return { holds: asSql(has(open)), rank: sql`${rankIn(open)} + ${named}` };
  // words that are excluded must be in neither; a row with nothing to hide has no second vector
  const isNotExcluded = anyOf(not(mayFindAll), sql`${restricted} is null`, has(restricted));
  const isFound = anyOf(has(open), allOf(mayFindAll, has(restricted)));
  const rank = sql`greatest(${rankIn(open)}, case when ${asSql(mayFindAll)} then ${rankIn(restricted)} end)`;
  return { holds: asSql(allOf(isFound, isNotExcluded)), rank: sql`${rank} + ${named}` };
}

/** What is called so comes first, then what begins so: people type names. */
function nameRank(word: ColumnRef, text: Sql): Sql {
  const sought = sql`(select btrim(search_text(${text})))`;
  const name = sql`search_text(${word})`;
  return sql`case when starts_with(${name}, ${sought}) then case when ${name} = ${sought} then 2 else 1 end else 0 end`;
}

const rank = identifier('§rank');

/** The order of a searched list, unless another one is asked for: the best match first. */
export const byRelevance = (alias: string): OrderTerm => ({
  expression: sql`${identifier(alias)}.${rank}`,
  type: 'double precision',
  descending: true,
  label: 'relevance',
});

/** The rows of a searched list under a name, for a WITH clause. */
export interface SearchedRows {
  readonly name: Sql;
  readonly definitions: Sql;
}

/** How well a row matches, as a column more. */
export const rankColumn = (match: Match): Sql => sql`(${match.rank})::double precision as ${rank}`;

/**
 * The rows that have the words; when there are none, those that have something like them. Both are read once, however
 * often the list uses them, and the second ones only when they are needed. `rows` reads the list's own rows that match
 * in one way and meet a condition: whether there are any must not depend on rows that the viewer cannot see.
 */
export function searchedRows(scope: Scope, rows: (kind: keyof Search, more: Condition) => Sql): SearchedRows {
  const found = identifier(scope.alias());
  const name = identifier(scope.alias());
  const alike = rows('alike', sql`not exists (select from ${found})`);
  const all = sql`select * from ${found} union all ${alike}`;
  return {
    name,
    definitions: sql`${found} as materialized (${rows('exact', 'always')}), ${name} as materialized (${all})`,
  };
}
