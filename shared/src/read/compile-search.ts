import type { ColumnRef } from './columns.js';
import { allOf, anyOf, asSql, type Condition, not } from './condition.js';
import { meaningOf } from './meaning.js';
import type { Place } from './place.js';
import type { Scope, Selected } from './scope.js';
import { respelled, searchText } from './search-text.js';
import { everything, type Match, type Way } from './searched-rows.js';
import { identifier, type Sql, sql } from './sql.js';

/** A search that was asked for. */
export type Search = Readonly<Record<Way, Match>>;

/** What the `search` argument asks of a row of a model that is searched, or nothing when it is absent or blank. */
export function compileSearch(place: Place, selected: Selected): Search | undefined {
  const asked = place.scope.structure(selected).search;
  if (typeof asked !== 'string' || asked.trim() === '') return undefined;
  return searchIn(place, soughtIn(place.scope, selected, 'search'));
}

/** A text to search for. */
export interface Sought {
  readonly text: Sql;
  /** Null without a number behind letters. */
  readonly otherSpelling: Sql;
  /** What may mean the same: null when none of its words has synonyms. */
  readonly synonyms: Sql;
  readonly rest: Sql;
}

/** A text to search for, as parameters. */
export function soughtIn(scope: Scope, selected: Selected, argument: 'search' | 'text'): Sought {
  const read = searchText(argument);
  const parameter = (of: (text: string) => string | undefined): Sql => {
    const map = (value: unknown): unknown => {
      const text = read(value);
      return typeof text === 'string' ? (of(text) ?? null) : text;
    };
    return scope.argument(selected, [argument], { type: 'text', map });
  };
  return {
    text: parameter((text) => text),
    otherSpelling: parameter(respelled),
    synonyms: parameter((text) => meaningOf(text)?.words),
    rest: parameter((text) => meaningOf(text)?.rest),
  };
}

/** What a text that is searched asks of a row. */
export function searchIn(place: Place, asked: Sought): Search {
  const { text } = asked;
  const word = place.row[place.model.options.search!]!;
  const sought = sql`(select search_text(${text}))`;
  const name = sql`search_text(${word})`;
  const exact = exactMatch(place, word, asked);
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

/** By the words as they were typed; after all of those, by their synonyms. */
function exactMatch(place: Place, word: ColumnRef, asked: Sought): Match {
  const { text, synonyms } = asked;
  const readable = readableWords(place, word);
  // in subqueries of their own, which are worked out once and not for each row
  const typed = sql`(select dutch_query(${text}))`;
  const whole = sql`(select plainto_tsquery('pg_catalog.dutch', search_words(${text})))`;
  const query = sql`(select dutch_query(${text}) || ${meant(asked, sql`dutch_query(${asked.rest})`)})`;
  const surely = sql`(select dutch_query(${text}, false) || ${meant(asked, sql`dutch_query(${asked.rest}, false)`)})`;
  const byWords = readable.rank((words) => sql`(${rankIn(words, typed)} + ${rankIn(words, whole)}) / 2`);
  const bySynonyms = readable.rank((words) => rankIn(words, query));
  const isTyped = anyOf(sql`${synonyms} is null`, readable.have(typed));
  return {
    holds: asSql(allOf(readable.have(query), readable.haveNotExcluded(query))),
    rank: sql`case when ${asSql(isTyped)} then ${rankOf(place, nameRank(word, asked), byWords)}
      else ${rankOf(place, sql`-1`, bySynonyms)} end`,
    lacks: sql`case when ${asSql(readable.have(surely))} then 0 else ${everything} end`,
  };
}

/** What finds a row as well as what was typed: its words with synonyms in other words, and the rest of it. */
const meant = ({ text, synonyms }: Sought, rest: Sql): Sql => sql`coalesce(coalesce(${rest}, '')
  && to_tsquery('pg_catalog.dutch', case when not has_operators(${text}) then ${synonyms} end), '')`;

/** Divided by the logarithm of the length: of two texts with the word, the shorter one is about it. */
const rankIn = (words: Sql, query: Sql): Sql => sql`ts_rank(${words}, ${query}, 1)`;

/** The words of a row that the viewer may read. */
interface ReadableWords {
  have(query: Sql): Condition;
  haveNotExcluded(query: Sql): Condition;
  rank(rankOfWords: (words: Sql) => Sql): Sql;
}

/** Words that not everybody may read of a row are in a vector of their own: who may not is not told that they are there. */
function readableWords({ scope, model }: Place, word: ColumnRef): ReadableWords {
  const [open, restricted] = [vectorOf(word), vectorOf(word, 'restricted_search_vector')];
  const has = (words: Sql, query: Sql): Condition => sql`${words} @@ ${query}`;
  const mayFindAll = model.options.searchRestricted?.(scope.viewer) ?? 'never';
  if (mayFindAll === 'never')
    return {
      have: (query) => has(open, query),
      haveNotExcluded: () => 'always',
      rank: (rankOfWords) => rankOfWords(open),
    };
  return {
    have: (query) => anyOf(has(open, query), allOf(mayFindAll, has(restricted, query))),
    // words that are excluded must be in neither; a row with nothing to hide has no second vector
    haveNotExcluded: (query) => anyOf(not(mayFindAll), sql`${restricted} is null`, has(restricted, query)),
    rank: (rankOfWords) =>
      sql`greatest(${rankOfWords(open)}, case when ${asSql(mayFindAll)} then ${rankOfWords(restricted)} end)`,
  };
}

/** What is called so comes first, then what begins so, then what has it further on in its name: people type names. */
function nameRank(word: ColumnRef, { text, otherSpelling }: Sought): Sql {
  const named = (one: Sql): Sql => sql`replace(search_text(${one}), '-', ' ')`;
  const name = named(word);
  const rankAs = (typed: Sql, otherwise: Sql): Sql => sql`case strpos(' ' || ${name}, ' ' || ${typed})
    when 0 then ${otherwise} when 1 then case when ${name} = ${typed} then 3 else 2 end else 1 end`;
  const [typed, other] = [text, otherSpelling].map((one) => sql`(select btrim(${named(one)}))`) as [Sql, Sql];
  return rankAs(typed, sql`case when ${otherSpelling} is null then 0 else ${rankAs(other, sql`0`)} end`);
}
