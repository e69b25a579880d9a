import { getNamedType, type GraphQLObjectType } from 'graphql';
import { allOf, asSql, type Condition } from './condition.js';
import type { ReadRow } from './columns.js';
import { compileFacets } from './compile-facets.js';
import { compileFilter } from './compile-filter.js';
import { compileObject } from './compile-object.js';
import { compileSearch } from './compile-search.js';
import { beyond, cursorOf, decodeCursor, type OrderTerm, orderTerm, signatureOf } from './cursor.js';
import type { ReadModel } from './model.js';
import { orderColumn } from './order-field.js';
import { badArgument } from './bad-argument.js';
import { isBackwards, sizeOfPage } from './page-arguments.js';
import { objectTypeOf, type Scope, type Selected } from './scope.js';
import { constant, identifier, integer, join, jsonList, jsonObject, Sql, sql } from './sql.js';

/** Terms of one order: more than any list has columns to order by. */
const termsAtMost = 10;

/** One page of a list, being compiled. */
interface List {
  readonly scope: Scope;
  readonly model: ReadModel<never>;
  readonly selected: Selected;
  readonly row: ReadRow;
  readonly alias: string;
  /** Which rows the list has, without the page's bounds. */
  readonly condition: Condition;
  readonly order: readonly OrderTerm[];
  readonly backwards: boolean;
  /** Rows of the page at most. */
  readonly size: number;
}

/** A connection: its page of nodes and edges, its page info, count and facets, as far as they are selected. */
export function compileConnection(
  scope: Scope,
  model: ReadModel<never>,
  selected: Selected,
  belongs: (row: ReadRow) => Condition,
): Sql {
  const list = listOf(scope, model, selected, belongs);
  const { fields, typenames } = scope.select(objectTypeOf(selected), selected.nodes);
  const paged = fields.filter(({ name }) => name === 'nodes' || name === 'edges' || name === 'pageInfo');
  const wantsMore = paged.some((field) => field.name === 'pageInfo');
  const pairs = [
    ...typenames.map((key): [string, Sql] => [key, constant(objectTypeOf(selected).name)]),
    ...fields.map((field): [string, Sql] => [field.key, compilePart(list, field, wantsMore)]),
  ];
  if (paged.length === 0) return jsonObject(pairs);
  // one row for the whole page, also when nothing that is selected counts or collects its rows
  return sql`(select ${jsonObject(pairs)} from ${pageRows(list, wantsMore)} ${identifier(list.alias)} having true)`;
}

function listOf(scope: Scope, model: ReadModel<never>, selected: Selected, belongs: (row: ReadRow) => Condition): List {
  scope.models.add(model);
  const alias = scope.alias();
  const row: ReadRow = model.row(alias);
  const within = (one: ReadRow): Condition =>
    allOf(belongs(one), model.options.visible(scope.viewer, one as never), compileFilter(scope, one, selected));
  const search = compileSearch(scope, model, row, selected, within);
  const condition = allOf(within(row), search?.matches ?? 'always');
  const order = orderOf(scope, model, row, selected, search?.rank);
  const asked = scope.structure(selected);
  const page = { backwards: isBackwards(asked), size: sizeOfPage(asked) };
  return { scope, model, selected, row, alias, condition, order, ...page };
}

/** What was asked for; else relevance when searching; else the model's first order. The id breaks ties. */
function orderOf(
  scope: Scope,
  model: ReadModel<never>,
  row: ReadRow,
  selected: Selected,
  rank?: OrderTerm,
): OrderTerm[] {
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

/** The rows of the page under the list's alias: one more than asked for when somebody wants to know whether there are more. */
function pageRows(list: List, wantsMore: boolean): Sql {
  const { alias, model, order, backwards } = list;
  const directions = order.map(({ expression, descending }) =>
    descending === backwards ? sql`${expression} asc` : sql`${expression} desc`,
  );
  const condition = allOf(list.condition, position(list, 'after'), position(list, 'before'));
  const rows = sql`select ${identifier(alias)}.* from ${identifier(model.table!)} ${identifier(alias)} where ${asSql(
    condition,
  )} order by ${join(directions, ', ')} limit ${limit(list, wantsMore ? 1 : 0)}`;
  if (!wantsMore && !backwards) return sql`(${rows})`;
  return sql`(select ${identifier(alias)}.*, row_number() over () as "§row" from (${rows}) ${identifier(alias)})`;
}

/** Part of the text: with a parameter the planner expects a tenth of the table, and plans each run anew. */
const limit = ({ size }: List, more: number): Sql => integer(size + more);

function position(
  list: List,
  argument: 'after' | 'before',
  backwards = argument === 'before',
  inclusive = false,
): Condition {
  const { scope, selected, order } = list;
  const given = scope.structure(selected)[argument];
  if (given === null || given === undefined) return 'always';
  const values = order.map((term, index) =>
    scope.argument(selected, [argument], term.type, (cursor) => decodeCursor(cursor, order, argument)[index]),
  );
  return beyond(order, values, backwards, inclusive);
}

function compilePart(list: List, part: Selected, wantsMore: boolean): Sql {
  if (part.name === 'nodes') return rowsOf(list, compileNode(list, part), wantsMore);
  if (part.name === 'edges') return rowsOf(list, compileEdge(list, part), wantsMore);
  if (part.name === 'pageInfo') return compilePageInfo(list, part);
  if (part.name === 'totalCount') return countOf(list);
  return compileFacets(list, part);
}

function countOf({ model, alias, condition }: List): Sql {
  return sql`(select count(*) from ${identifier(model.table!)} ${identifier(alias)} where ${asSql(condition)})`;
}

const compileNode = ({ scope, model, row }: List, part: Selected): Sql => compileObject(scope, model, row, part);

function compileEdge(list: List, part: Selected): Sql {
  const type = objectTypeOf(part);
  const { fields, typenames } = list.scope.select(type, part.nodes);
  return jsonObject([
    ...typenames.map((key): [string, Sql] => [key, constant(type.name)]),
    ...fields.map((field): [string, Sql] => [
      field.key,
      field.name === 'node' ? compileNode(list, field) : cursor(list),
    ]),
  ]);
}

const cursor = ({ order }: List): Sql => cursorOf(order, constant(signatureOf(order)));

/** The page's rows as a list: without the extra row, and in the list's own order when they were read backwards. */
function rowsOf(list: List, value: Sql, wantsMore: boolean): Sql {
  const number = rowNumber(list);
  if (!wantsMore) return list.backwards ? jsonList(value, sql`${number} desc`) : jsonList(value);
  const order = list.backwards ? sql`${number} desc` : number;
  const within = sql`${number} <= ${limit(list, 0)}`;
  return sql`coalesce(json_agg(${value} order by ${order}) filter (where ${within}), '[]'::json)`;
}

const rowNumber = ({ alias }: List): Sql => sql`${identifier(alias)}."§row"`;

function compilePageInfo(list: List, part: Selected): Sql {
  const type = getNamedType(part.field.type) as GraphQLObjectType;
  const { fields, typenames } = list.scope.select(type, part.nodes);
  const more = sql`count(*) > ${limit(list, 0)}`;
  const values: Record<string, () => Sql> = {
    hasNextPage: () => (list.backwards ? isBeyond(list, 'before') : more),
    hasPreviousPage: () => (list.backwards ? more : isBeyond(list, 'after')),
    startCursor: () => edgeCursor(list, list.backwards ? 'desc' : 'asc'),
    endCursor: () => edgeCursor(list, list.backwards ? 'asc' : 'desc'),
  };
  return jsonObject([
    ...typenames.map((key): [string, Sql] => [key, constant(type.name)]),
    ...fields.map((field): [string, Sql] => [field.key, values[field.name]!()]),
  ]);
}

/** The cursor of the page's first or last row. */
function edgeCursor(list: List, direction: 'asc' | 'desc'): Sql {
  const number = rowNumber(list);
  const within = sql`${number} <= ${limit(list, 0)}`;
  return sql`(array_agg(${cursor(list)} order by ${number} ${new Sql([direction])}) filter (where ${within}))[1]`;
}

/** Whether the list has rows on the other side of the cursor from which the page starts, the cursor's own row included. */
function isBeyond(list: List, argument: 'after' | 'before'): Sql {
  const across = position(list, argument, argument === 'after', true);
  if (across === 'always') return sql`false`;
  const condition = allOf(list.condition, across);
  return sql`exists (select from ${identifier(list.model.table!)} ${identifier(list.alias)} where ${asSql(condition)})`;
}

export type { List };
