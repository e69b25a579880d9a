import { getNamedType, type GraphQLObjectType } from 'graphql';
import { allOf, asSql } from './condition.js';
import { type List, tableOf } from './list.js';
import { type Facet, nameOfFacet } from './model.js';
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
  const { scope, row, condition } = list;
  const facets = parts.filter(({ name }) => name === 'facets');
  const columns = facets.flatMap((part) =>
    scope.select(objectTypeOf(part), part.nodes).fields.map((selected) => facetOf(list, selected).column),
  );
  if (list.definitions || columns.length < 2) return list;
  const values = [...new Set(columns)].map((property) => row[property]!);
  const rows = sql`select ${join(values, ', ')} from ${tableOf(list)} where ${asSql(condition)}`;
  const table = identifier(scope.alias());
  return { ...list, table, definitions: sql`${table} as materialized (${rows})`, condition: 'always' };
}

const facetOf = ({ model }: List, { name }: Selected): Facet<never> =>
  model.facets.find((facet) => nameOfFacet(facet) === name)!;

function compileFacet(list: List, selected: Selected): Sql {
  const { scope } = list;
  const facet = facetOf(list, selected);
  const group = scope.alias();
  const counted = sql`${countsOf(list, facet)} order by 2 desc, 1 limit ${integer(facetValues)}`;
  const { fields, typenames } = scope.select(getNamedType(selected.field.type) as GraphQLObjectType, selected.nodes);
  const members: [string, Sql][] = [
    ...typenames.map((key): [string, Sql] => [key, constant('FacetValue')]),
    ...fields.map(({ key, name }): [string, Sql] => [
      key,
      name === 'label' ? label(scope, facet, group) : identifierOf(group, name),
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

/** The name behind an id, for who may see the row that has it. */
function label(scope: Scope, facet: Facet<never>, group: string): Sql {
  const value = identifierOf(group, 'value');
  if (!facet.label) return value;
  const { model, column } = facet.label();
  scope.models.add(model);
  const named = scope.alias();
  const row: ReadRow = model.row(named);
  const condition = allOf(row.id!.is(value), model.options.visible(scope.viewer, row as never));
  return sql`(select ${row[column]!} from ${identifier(model.table!)} ${identifier(named)} where ${asSql(condition)})`;
}
