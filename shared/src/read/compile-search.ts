import type { ColumnRef } from './columns.js';
import { allOf, anyOf, asSql, type Condition, not } from './condition.js';
import type { Place } from './place.js';
import type { Scope, Selected } from './scope.js';
import { searchText } from './search-text.js';
import { everything, type Match, type Way } from './searched-rows.js';
import { identifier, type Sql, sql } from './sql.js';

/** A search that was asked for. */
export type Search = Readonly<Record<Way, Match>>;

/** What the `search` argument asks of a row of a model that is searched, or nothing when it is absent or blank. */
export function compileSearch(place: Place, selected: Selected): Search | undefined {
  const asked = place.scope.structure(selected).search;
  if (typeof asked !== 'string' || asked.trim() === '') return undefined;
  return searchIn(place, textIn(place.scope, selected, 'search'));
}

/** A text to search for, as a parameter. */
export const textIn = (scope: Scope, selected: Selected, argument: 'search' | 'text'): Sql =>
  scope.argument(selected, [argument], { type: 'text', map: searchText(argument) });

/** What a text that is searched asks of a row. */
export function searchIn(place: Place, text: Sql): Search {
  const word = place.row[place.model.options.search!]!;
  const sought = sql`(select search_text(${text}))`;
  const name = sql`search_text(${word})`;
  const exact = exactMatch(place, word, text);
  const likeness = rankOf(place, sql`word_similarity(${sought}, ${name})`, sql`similarity(${sought}, ${name})`);
  return {
    exact,
    slip: slipMatch(vectorOf(word), text, { exact, likeness }),
    alike: { holds: sql`${sought} <<% ${name} and ${isEachAlike(sought, name)}`, rank: likeness, lacks: everything },
    some: someMatch(place, vectorOf(word), text),
  };
}

/** Two letters that changed places are a smaller slip than another letter: Gent was meant by "getn", not Genk. */
function slipMatch(words: Sql, text: Sql, { exact, likeness }: { exact: Match; likeness: Sql }): Match {
  const isSwapped = sql`coalesce(${words} @@ (select swapped_query(${text})), false)`;
  return {
    holds: sql`slip_vector(${words}) @@ (select slip_query(${text})) and ${asSql(not(exact.holds))}`,
    rank: sql`${likeness} + case when ${isSwapped} then 0.5 else 0 end`,
    lacks: everything,
  };
}

/** What has the word that was typed first comes first: it says what about, and the others of what kind. */
function someMatch(place: Place, words: Sql, text: Sql): Match {
  const query = sql`(select some_query(${text}))`;
  const each = sql`(select some_words(${text}))`;
  return {
    holds: sql`${words} @@ ${query}`,
    rank: rankOf(place, sql`(${words} @@ (${each})[1])::integer`, sql`ts_rank(${words}, ${query}, 1)`),
    lacks: sql`(select coalesce(bit_or(1::bigint << place::integer), 0)
      from unnest(${each}) with ordinality word(query, place) where not ${words} @@ query)`,
  };
}

/** Half of what was typed is alike where one of two words is, and that is another thing. Short words and stop words say little. */
const isEachAlike = (sought: Sql, name: Sql): Sql =>
  sql`(select bool_and(word <<% ${name}) from regexp_split_to_table(btrim(${sought}), '\\s+') word
    where length(word) > 3 and length(to_tsvector('pg_catalog.dutch', word)) > 0)`;

/** By its name first; then what others are named after; then by the rest, which is less than 1. */
function rankOf({ scope, model, row }: Place, byName: Sql, rest: Sql): Sql {
  const isFirst = model.options.searchFirst?.(scope.viewer, row as never) ?? 'never';
  return sql`2 * ${byName} + case when ${asSql(isFirst)} then 1 else 0 end + ${rest}`;
}

const vectorOf = ({ alias }: ColumnRef, name = 'search_vector'): Sql => sql`${identifier(alias)}.${identifier(name)}`;

/** Words that not everybody may read of a row are in a vector of their own: who may not is not told that they are there. */
function exactMatch(place: Place, word: ColumnRef, text: Sql): Match {
  const { scope, model } = place;
  // in a subquery of its own, which is worked out once and not for each row
  const query = sql`(select dutch_query(${text}))`;
  const surely = sql`(select dutch_query(${text}, false))`;
  const whole = sql`(select plainto_tsquery('pg_catalog.dutch', search_words(${text})))`;
  const [open, restricted] = [vectorOf(word), vectorOf(word, 'restricted_search_vector')];
  const has = (words: Sql): Condition => sql`${words} @@ ${query}`;
  // divided by the logarithm of the length: of two texts with the word, the shorter one is about it
  const rankIn = (words: Sql): Sql => sql`(ts_rank(${words}, ${query}, 1) + ts_rank(${words}, ${whole}, 1)) / 2`;
  const rankBy = (words: Sql): Sql => rankOf(place, nameRank(word, text), words);
  const mayFindAll = model.options.searchRestricted?.(scope.viewer) ?? 'never';
  const lacks = (isSure: Condition): Sql => sql`case when ${asSql(isSure)} then 0 else ${everything} end`;
  if (mayFindAll === 'never')
    return { holds: asSql(has(open)), rank: rankBy(rankIn(open)), lacks: lacks(sql`${open} @@ ${surely}`) };
  // words that are excluded must be in neither; a row with nothing to hide has no second vector
  const isNotExcluded = anyOf(not(mayFindAll), sql`${restricted} is null`, has(restricted));
  const isFound = anyOf(has(open), allOf(mayFindAll, has(restricted)));
  const best = sql`greatest(${rankIn(open)}, case when ${asSql(mayFindAll)} then ${rankIn(restricted)} end)`;
  const hasSurely = anyOf(sql`${open} @@ ${surely}`, allOf(mayFindAll, sql`${restricted} @@ ${surely}`));
  return { holds: asSql(allOf(isFound, isNotExcluded)), rank: rankBy(best), lacks: lacks(hasSurely) };
}

/** What is called so comes first, then what begins so, then what has it further on in its name: people type names. */
function nameRank(word: ColumnRef, text: Sql): Sql {
  const sought = sql`(select btrim(search_text(${text})))`;
  const name = sql`search_text(${word})`;
  const isCalledSo = sql`case when ${name} = ${sought} then 3 else 2 end`;
  return sql`case strpos(' ' || ${name}, ' ' || ${sought}) when 0 then 0 when 1 then ${isCalledSo} else 1 end`;
}
