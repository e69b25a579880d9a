import { badArgument } from './bad-argument.js';
import type { ReadRow } from './columns.js';
import { compileFilter } from './compile-filter.js';
import { compileSearch } from './compile-search.js';
import { allOf, type Condition } from './condition.js';
import { type OrderTerm, orderTerm } from './cursor.js';
import { orderColumn } from './order-field.js';
import { isBackwards, sizeOfPage } from './page-arguments.js';
import type { Place, Source } from './place.js';
import type { Selected } from './scope.js';
import { identifier, type Sql, sql } from './sql.js';

/** Terms of one order: more than any list has columns to order by. */
const termsAtMost = 10;

/** One page of a list, being compiled. */
export interface List extends Place {
  readonly selected: Selected;
  readonly alias: string;
  /** Which rows the list has, without the page's bounds. */
  readonly condition: Condition;
  readonly order: readonly OrderTerm[];
  /** Whether the page is counted from the end. */
  readonly backwards: boolean;
  /** Rows of the page at most. */
  readonly size: number;
}

/** The list that a connection's arguments ask for: rows that belong to it, that the viewer may see, filtered and searched. */
export function listOf(source: Source, selected: Selected, belongs: (row: ReadRow) => Condition): List {
  const { scope, model } = source;
  scope.models.add(model);
  const alias = scope.alias();
  const row: ReadRow = model.row(alias);
  const within = (one: ReadRow): Condition =>
    allOf(belongs(one), model.options.visible(scope.viewer, one as never), compileFilter(scope, one, selected));
  const search = compileSearch({ ...source, row }, selected, within);
  const condition = allOf(within(row), search?.matches ?? 'always');
  const order = orderOf({ ...source, row }, selected, search?.rank);
  const asked = scope.structure(selected);
  const page = { backwards: isBackwards(asked), size: sizeOfPage(asked) };
  return { scope, model, selected, row, alias, condition, order, ...page };
}

/** The list's table under the list's alias. */
export const tableOf = ({ model, alias }: List): Sql => sql`${identifier(model.table!)} ${identifier(alias)}`;

/** What was asked for; else relevance when searching; else the model's first order. The id breaks ties. */
function orderOf({ scope, model, row }: Place, selected: Selected, rank?: OrderTerm): OrderTerm[] {
  const asked = scope.structure(selected).orderBy as { field: string; direction: string }[] | null | undefined;
  if (asked && asked.length > termsAtMost) throw badArgument('orderBy', `holds at most ${termsAtMost} terms`);
  const fallback = model.options.order?.[0];
  const terms = (asked ?? []).map(({ field, direction }) =>
    orderTerm(row[orderColumn(field)]!, model.column(orderColumn(field)), direction === 'DESC'),
  );
  if (terms.length === 0 && rank) terms.push(rank);
  else if (terms.length === 0 && fallback) terms.push(orderTerm(row[fallback]!, model.column(fallback), false));
  const descending = terms.at(-1)?.descending ?? false;
  return [...terms, orderTerm(row.id!, model.column('id'), descending)];
}
