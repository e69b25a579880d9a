import { badArgument, isBackwards, sizeOfPage } from '../arguments/index.js';
import type { ReadRow } from './columns.js';
import { compileFilter } from './compile-filter.js';
import { compileRow } from './compile-row.js';
import { compileSearch, type Search } from './compile-search.js';
import { allOf, asSql, type Condition } from './condition.js';
import { type OrderTerm, orderTerm } from './cursor.js';
import { orderColumn } from './order-field.js';
import { countedColumns } from './facet.js';
import type { Place, Source } from './place.js';
import { objectTypeOf, type Scope, type Selected } from './scope.js';
import { byRelevance, matchColumns, searchedRows } from './searched-rows.js';
import { identifier, join, type Sql, sql } from './sql.js';

/** Terms of one order: more than any list has columns to order by. */
const termsAtMost = 10;

/** One page of a list, being compiled. */
export interface List extends Place {
  readonly selected: Selected;
  readonly alias: string;
  /** Where its rows are: the model's table, or what a search keeps of the ones that it found there. */
  readonly table: Sql;
  /** What the statement has to define for that, as a WITH clause. */
  readonly definitions?: Sql;
  /** A row of the list, as the selection of one of its fields asks for it. */
  readonly object: (part: Selected) => Sql;
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
  const place = { ...source, row };
  const visible = model.options.visible(scope.viewer, row as never);
  const condition = allOf(belongs(row), visible, compileFilter(place, selected));
  const list = { ...place, selected, alias, condition, table: identifier(model.table!), ...pageOf(scope, selected) };
  const search = compileSearch(place, selected);
  if (search) return searchedList(list, search);
  const object = (part: Selected): Sql => scope.object(place, part);
  return { ...list, order: orderOf(place, selected), object };
}

/**
 * Of thousands of rows that a word finds, a page shows a few: only what orders and counts them is kept, and the few are
 * read by their ids. How well they match takes longest, so it is asked only when it is their order.
 */
function searchedList(list: Omit<List, 'order' | 'object'>, search: Search): List {
  const { scope, model, row, alias, table, condition } = list;
  const relevance = byRelevance(alias);
  const order = orderOf(list, list.selected, relevance);
  const { fields } = scope.select(objectTypeOf(list.selected), list.selected.nodes);
  const kept = new Set(['id', ...(model.options.order ?? []), ...countedColumns(scope, model, fields)]);
  const columns = [...kept].map((property) => row[property]!);
  const { name, definitions } = searchedRows(scope, (way, more) => {
    const where = asSql(allOf(condition, search[way].holds, more));
    const values = [...columns, ...matchColumns(search[way], order.includes(relevance))];
    return sql`select ${join(values, ', ')} from ${table} ${identifier(alias)} where ${where}`;
  });
  const object = (part: Selected): Sql => compileRow({ scope, model }, part, (one) => one.id!.is(row.id!));
  return { ...list, table: name, definitions, condition: 'always', order, object };
}

/** Which part of a list is asked for. */
export function pageOf(scope: Scope, selected: Selected): Pick<List, 'backwards' | 'size'> {
  const asked = scope.structure(selected);
  return { backwards: isBackwards(asked), size: sizeOfPage(asked) };
}

/** The list's table under the list's alias. */
export const tableOf = ({ table, alias }: List): Sql => sql`${table} ${identifier(alias)}`;

/** What was asked for; else relevance when searching; else the model's first order. The id breaks ties. */
function orderOf({ scope, model, row }: Place, selected: Selected, rank?: OrderTerm): OrderTerm[] {
  const asked = scope.structure(selected).orderBy as { field: string; direction: string }[] | null | undefined;
  if (asked && asked.length > termsAtMost) throw badArgument('orderBy', `holds at most ${termsAtMost} terms`);
  const fallback = model.options.order?.[0];
  const terms = (asked ?? []).map(({ field, direction }) =>
    orderTerm(row[orderColumn(field)]!, model.column(orderColumn(field)), direction === 'DESC'),
  );
  if (terms.length === 0 && rank) terms.push(rank);
  else if (terms.length === 0 && fallback)
    terms.push(orderTerm(row[fallback]!, model.column(fallback), !!model.options.latestFirst));
  const descending = terms.at(-1)?.descending ?? false;
  return [...terms, orderTerm(row.id!, model.column('id'), descending)];
}
