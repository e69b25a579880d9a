import { getNamedType, type GraphQLObjectType } from 'graphql';
import { allOf, asSql } from './condition.js';
import { type List, tableOf } from './list.js';
import { countedColumns, type Facet, facetNamed, type Target, targetOf } from './facet.js';
import { objectTypeOf, type Scope, type Selected } from './scope.js';
import type { ColumnRef, ReadRow } from './columns.js';
import { constant, identifier, integer, join, jsonList, jsonObject, type Sql, sql } from './sql.js';

/** Values of a facet that are listed, the most frequent ones. */
const facetValues = 50;

/** Counts per value for each selected facet, over the same rows as the list: same visibility, filter and search. */
export function compileFacets(list: List, part: Selected): Sql {
  const type = objectTypeOf(part);
  const { fields, typenames } = list.scope.select(type, part.nodes);
  return jsonObject([
    ...typenames.map((key): [string, Sql] => [key, constant(type.name)]),
    ...fields.map((field): [string, Sql] => [field.key, compileFacet(list, field)]),
  ]);
}

/**
 * The list as its facets and its count see it: several of them read its rows once, and of these only the columns that are
 * counted. What a search found is that already.
 */
export function countedRows(list: List, parts: readonly Selected[]): List {
  const { scope, model, row, condition } = list;
  const columns = countedColumns(scope, model, parts);
  if (list.definitions || columns.length < 2) return list;
  const values = [...new Set(columns)].map((property) => row[property]!);
  const rows = sql`select ${join(values, ', ')} from ${tableOf(list)} where ${asSql(condition)}`;
  const table = identifier(scope.alias());
  return { ...list, table, definitions: sql`${table} as materialized (${rows})`, condition: 'always' };
}

function compileFacet(list: List, selected: Selected): Sql {
  const { scope, model } = list;
  const facet = facetNamed(model, selected.name);
  const target = targetOf(model, facet);
  const group = scope.alias();
  const counted = sql`${toldOf(scope, countsOf(list, facet), target)} order by 2 desc, 1 limit ${integer(facetValues)}`;
  const { fields, typenames } = scope.select(getNamedType(selected.field.type) as GraphQLObjectType, selected.nodes);
  const members: [string, Sql][] = [
    ...typenames.map((key): [string, Sql] => [key, constant('FacetValue')]),
    ...fields.map(({ key, name }): [string, Sql] => [
      key,
      name === 'label' ? labelOf(scope, identifierOf(group, 'value'), target) : identifierOf(group, name),
    ]),
  ];
  return sql`(select ${jsonList(jsonObject(members))} from (${counted}) ${identifier(group)})`;
}

/** How many rows have each value. Lists are counted before they are taken apart: there are far fewer of them than rows. */
function countsOf(list: List, { column: property, derived }: Facet<never>): Sql {
  const column: ColumnRef = list.row[property]!;
  const condition = asSql(allOf(list.condition, column.isNotNull));
  const counts = (value: Sql): Sql =>
    sql`select ${value} as "value", count(*) as "count" from ${tableOf(list)} where ${condition} group by 1`;
  if (!column.column.isArray && !derived) return counts(sql`${column}::text`);
  const one = derived ? sql`lateral (select ${derived.of(sql`counted."value"`)})` : sql`unnest(counted."value")`;
  const taken = sql`(${counts(column)}) counted cross join ${one} as one("value")`;
  return sql`select one."value"::text as "value", sum(counted."count") as "count" from ${taken} where one."value" is not null group by 1`;
}

const identifierOf = (alias: string, name: string): Sql => sql`${identifier(alias)}.${identifier(name)}`;

/** The counts without those of keys of rows that the viewer may not see: that these are there is not told. */
function toldOf(scope: Scope, counts: Sql, target: Target | undefined): Sql {
  const seen = target && seenRow(scope, target, sql`told."value"`);
  if (!seen || seen.isVisible === 'always') return counts;
  return sql`select told.* from (${counts}) told where exists (select ${seen.from})`;
}

/** The name of the row that a value is the key of; the value itself of what is no key. */
function labelOf(scope: Scope, value: Sql, target: Target | undefined): Sql {
  if (!target) return value;
  const { name, search } = target.model.options;
  const seen = seenRow(scope, target, value);
  const named = name ?? search;
  return seen && named ? sql`(select ${seen.row[named]!} ${seen.from})` : sql`null`;
}

/** The row of a key as far as the viewer may see it, unless another subgraph has it. */
function seenRow(scope: Scope, { model, key }: Target, value: Sql) {
  if (model.table === undefined) return undefined;
  scope.models.add(model);
  const alias = scope.alias();
  const row: ReadRow = model.row(alias);
  const isVisible = model.options.visible(scope.viewer, row as never);
  const condition = asSql(allOf(row[key]!.is(value), isVisible));
  return { row, isVisible, from: sql`from ${identifier(model.table)} ${identifier(alias)} where ${condition}` };
}
