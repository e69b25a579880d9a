import { allOf, asSql, type Condition } from './condition.js';
import type { ColumnRef, ReadRow } from './columns.js';
import type { OrderTerm } from './cursor.js';
import type { Place } from './place.js';
import type { Selected } from './scope.js';
import { identifier, type Sql, sql } from './sql.js';

/** A search that was asked for: which rows match, and how well. */
export interface Search {
  readonly matches: Condition;
  readonly rank: OrderTerm;
}

/**
 * Dutch full text; when no visible row matches it, trigram similarity finds words that were not typed to their end
 * ("burgerz") or not quite right ("burgerzakn").
 * `within` is the list's own condition over a row: the fallback must not depend on rows that the viewer cannot see.
 */
export function compileSearch(
  place: Place,
  selected: Selected,
  within: (row: ReadRow) => Condition,
): Search | undefined {
  const { scope, model, row } = place;
  const asked = scope.structure(selected).search;
  if (typeof asked !== 'string' || asked.trim() === '') return undefined;
  const text = scope.argument(selected, ['search'], { type: 'text' });
  const query = sql`websearch_to_tsquery('pg_catalog.dutch', search_text(${text}))`;
  const word = row[model.options.search!]!;
  const found = (alias: string): Sql => sql`${identifier(alias)}."search_vector" @@ ${query}`;
  const probe = scope.alias();
  const condition = asSql(allOf(found(probe), within(model.row(probe))));
  // counted, not "exists": a plan that hopes to find one soon reads the whole table when there is none
  const anyFound = sql`(select count(*) > 0 from ${identifier(model.table!)} ${identifier(probe)} where ${condition})`;
  const similar = sql`search_text(${text}) <% search_text(${word})`;
  return {
    matches: sql`(${found(word.alias)} or (${similar} and not ${anyFound}))`,
    rank: {
      expression: rankOf(row, query, { text, word }),
      type: 'double precision',
      descending: true,
      label: 'relevance',
    },
  };
}

/** How well words match a text that is not long, and how alike what was typed is to a word of the name, and to the name. */
function rankOf(row: ReadRow, query: Sql, { text, word }: { readonly text: Sql; readonly word: ColumnRef }): Sql {
  const alike = sql`search_text(${text}), search_text(${word})`;
  const rank = sql`ts_rank(${identifier(row.id!.alias)}."search_vector", ${query}, 1)`;
  return sql`(${rank} + word_similarity(${alike}) + similarity(${alike}))::double precision`;
}
