import { getNamedType, type GraphQLObjectType } from 'graphql';
import { allOf, asSql } from './condition.js';
import { type List, tableOf } from './list.js';
import type { Facet, ReadModel } from './model.js';
import { objectTypeOf, type Scope, type Selected } from './scope.js';
import type { ReadRow } from './columns.js';
import { constant, identifier, integer, jsonList, jsonObject, type Sql, sql } from './sql.js';

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

const facetsOf = (model: ReadModel<never>): Facet<Record<string, unknown>>[] =>
  ((model.options.facets ?? []) as (string | Facet<Record<string, unknown>>)[]).map((facet) =>
    typeof facet === 'string' ? { column: facet } : facet,
  );

function compileFacet(list: List, selected: Selected): Sql {
  const { row, scope, model } = list;
  const facet = facetsOf(model).find(({ column }) => column === selected.name)!;
  const column = row[facet.column]!;
  const group = scope.alias();
  const table = tableOf(list);
  const from = column.column.isArray ? sql`${table} cross join unnest(${column}) as u("value")` : table;
  const value = column.column.isArray ? sql`u."value"` : sql`${column}`;
  const condition = asSql(allOf(list.condition, sql`${value} is not null`));
  const counted = sql`select ${value}::text as "value", count(*) as "count" from ${from} where ${condition} group by 1 order by 2 desc, 1 limit ${integer(facetValues)}`;
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

const identifierOf = (alias: string, name: string): Sql => sql`${identifier(alias)}.${identifier(name)}`;

/** The name behind an id, for who may see the row that has it. */
function label(scope: Scope, facet: Facet<Record<string, unknown>>, group: string): Sql {
  const value = identifierOf(group, 'value');
  if (!facet.label) return value;
  const { model, column } = facet.label();
  scope.models.add(model);
  const named = scope.alias();
  const row: ReadRow = model.row(named);
  const condition = allOf(row.id!.is(value), model.options.visible(scope.viewer, row as never));
  return sql`(select ${row[column]!} from ${identifier(model.table!)} ${identifier(named)} where ${asSql(condition)})`;
}
