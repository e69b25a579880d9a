import { badArgument } from './bad-argument.js';
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

/** What the `search` argument asks of a row, or nothing when it is absent or blank. */
export function compileSearch({ scope, model, row }: Place, selected: Selected): Search | undefined {
  const asked = scope.structure(selected).search;
  if (typeof asked !== 'string' || asked.trim() === '') return undefined;
  const text = scope.argument(selected, ['search'], { type: 'text', map: modest });
  // in a subquery of its own, which is worked out once and not for each row
  const query = sql`(select dutch_query(${text}))`;
  const whole = sql`(select plainto_tsquery('pg_catalog.dutch', search_words(${text})))`;
  const word = row[model.options.search!]!;
  const vector = sql`${identifier(word.alias)}."search_vector"`;
  const sought = sql`(select btrim(search_text(${text})))`;
  const both = sql`search_text(${text}), search_text(${word})`;
  // what is called so comes first, then what begins so: people type names
  const named = sql`case when search_text(${word}) = ${sought} then 2 when starts_with(search_text(${word}), ${sought}) then 1 else 0 end`;
  return {
    // divided by the logarithm of the length: of two texts with the word, the shorter one is about it
    exact: {
      holds: sql`${vector} @@ ${query}`,
      rank: sql`ts_rank(${vector}, ${query}, 1) + ts_rank(${vector}, ${whole}, 1) + ${named}`,
    },
    alike: {
      holds: sql`search_text(${text}) <% search_text(${word})`,
      rank: sql`word_similarity(${both}) + similarity(${both})`,
    },
  };
}

function modest(search: unknown): unknown {
  if (typeof search === 'string' && search.length > longest)
    throw badArgument('search', `is at most ${longest} characters long`);
  return search;
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

/**
 * The rows that have the words; when there are none, those that have something like them. Both are read once, however
 * often the list uses them, and the second ones only when they are needed. `rows` reads the list's own rows that meet a
 * condition, with a column more: whether there are any must not depend on rows that the viewer cannot see.
 */
export function searchedRows(scope: Scope, { exact, alike }: Search, rows: (more: Rows) => Sql): SearchedRows {
  const found = identifier(scope.alias());
  const name = identifier(scope.alias());
  const column = (match: Match): Sql => sql`(${match.rank})::double precision as ${rank}`;
  const exactRows = rows({ condition: exact.holds, column: column(exact) });
  const none = sql`not exists (select from ${found})`;
  const alikeRows = rows({ condition: sql`(${alike.holds} and ${none})`, column: column(alike) });
  const all = sql`select * from ${found} union all ${alikeRows}`;
  return { name, definitions: sql`${found} as materialized (${exactRows}), ${name} as materialized (${all})` };
}

interface Rows {
  readonly condition: Sql;
  readonly column: Sql;
}
