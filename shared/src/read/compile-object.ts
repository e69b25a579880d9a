import { type FieldNode, getNamedType, type GraphQLObjectType, isLeafType } from 'graphql';
import { allOf, asSql } from './condition.js';
import { ColumnRef, pgType, type ReadRow } from './columns.js';
import { compileConnection } from './compile-connection.js';
import { reshape } from './compile-embedded.js';
import { auditKey } from './keys.js';
import type { ReadModel, ToOne, Visible } from './model.js';
import { type Scope, type Selected } from './scope.js';
import { constant, identifier, join, jsonObject, Sql, sql } from './sql.js';

/** The JSON object of one row: what is selected of its type, nested relations included. */
export function compileObject(
  scope: Scope,
  model: ReadModel<never>,
  row: ReadRow,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): Sql {
  scope.models.add(model);
  const { fields, typenames } = scope.select(type, nodes);
  const pairs: [string, Sql][] = [
    ...typenames.map((key): [string, Sql] => [key, constant(type.name)]),
    ...fields.map((selected): [string, Sql] => [selected.key, compileField(scope, model, row, selected)]),
  ];
  if (model.options.confidential) pairs.push([auditKey, row.id!]);
  return jsonObject(pairs);
}

function compileField(scope: Scope, model: ReadModel<never>, row: ReadRow, selected: Selected): Sql {
  const { computed = {}, one = {}, many = {} } = model.options;
  const { name } = selected;
  if (Object.hasOwn(one, name)) return compileToOne(scope, one[name]!(), row, selected);
  if (Object.hasOwn(many, name)) {
    const relation = many[name]!();
    return compileConnection(scope, relation.model, selected, (target) =>
      relation.belongs(target as never, row as never),
    );
  }
  if (!Object.hasOwn(computed, name)) return compileColumn(scope, model, row, selected);
  const value = computed[name]!(row as never, scope.computed(selected));
  return isLeaf(selected) ? value : reshape(scope, value, selected);
}

function compileColumn(scope: Scope, model: ReadModel<never>, row: ReadRow, selected: Selected): Sql {
  const column = row[selected.name];
  if (!column) throw new Error(`${model.name}.${selected.name} is neither a column, nor computed, nor a relation.`);
  const value = isLeaf(selected) ? leaf(column) : reshape(scope, column, selected);
  const restricted = model.options.restricted as Record<string, Visible<never>> | undefined;
  const allowed = restricted?.[selected.name]?.(scope.viewer, row as never) ?? 'always';
  if (allowed === 'always') return value;
  return allowed === 'never' ? sql`null` : sql`case when ${allowed} then ${value} end`;
}

const isLeaf = (selected: Selected): boolean => isLeafType(getNamedType(selected.field.type));

/** A moment is written in UTC with milliseconds, as the DateTime scalar is; everything else as PostgreSQL writes JSON. */
const leaf = (column: ColumnRef): Sql =>
  column.column.type === 'timestamptz' && !column.column.isArray
    ? sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : column;

function compileToOne(scope: Scope, relation: ToOne, parent: ReadRow, selected: Selected): Sql {
  const type = getNamedType(selected.field.type) as GraphQLObjectType;
  const { model } = relation;
  if (!model.table) return compileStub(scope, relation, parent, selected, type);
  const alias = scope.alias();
  const row: ReadRow = model.row(alias);
  const condition = allOf(
    relation.belongs(row as never, parent as never),
    model.options.visible(scope.viewer, row as never),
  );
  if (condition === 'never') return sql`null`;
  const object = compileObject(scope, model, row, type, selected.nodes);
  const first = relation.order ? sql` order by ${orderOf(relation, row)} limit 1` : sql``;
  return sql`(select ${object} from ${identifier(model.table)} ${identifier(alias)} where ${asSql(condition)}${first})`;
}

function orderOf(relation: ToOne, row: ReadRow): Sql {
  const order = (relation.order ?? []) as readonly (readonly [string, string])[];
  return join(
    order.map(([column, direction]) => sql`${row[column]!} ${new Sql([direction])}`),
    ', ',
  );
}

/** A row of another subgraph's type: nothing but the key that the parent holds, so it costs no subquery. */
function compileStub(scope: Scope, relation: ToOne, parent: ReadRow, selected: Selected, type: GraphQLObjectType): Sql {
  const { model, via } = relation;
  const key = via === undefined ? undefined : parent[via];
  if (!key) throw new Error(`${selected.name} points to ${model.name} of another subgraph: relate it by a column.`);
  const row = Object.fromEntries(
    [...model.columns.values()].map((column) => {
      const expression = column.property === 'id' ? key : sql`null::${new Sql([pgType(column)])}`;
      return [column.property, new ColumnRef(key.alias, column, expression)];
    }),
  );
  const object = compileObject(scope, model, row, type, selected.nodes);
  return key.column.nullable ? sql`case when ${key} is not null then ${object} end` : object;
}
