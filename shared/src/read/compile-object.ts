import { getNamedType, isAbstractType, isLeafType } from 'graphql';
import { auditOfRow } from './audited.js';
import { allOf, asSql } from './condition.js';
import type { ReadRow } from './columns.js';
import { compileConnection } from './compile-connection.js';
import { reshape } from './compile-embedded.js';
import { typeKey } from './keys.js';
import { momentOf } from './moment.js';
import type { ToOne, Visible } from './model.js';
import type { Place } from './place.js';
import { type Scope, type Selected } from './scope.js';
import { constant, identifier, join, jsonObject, Sql, sql } from './sql.js';
import { stubRow } from './stub-row.js';

/**
 * The JSON object of one row: what is selected of its type, nested relations included. The field's own type may be an
 * interface or union of it.
 */
export function compileObject(place: Place, parent: Selected): Sql {
  const { scope, model } = place;
  scope.models.add(model);
  const { fields, typenames } = scope.select(scope.typeOf(model), parent.nodes);
  const pairs: [string, Sql][] = [
    ...typenames.map((key): [string, Sql] => [key, constant(model.name)]),
    ...fields.map((selected): [string, Sql] => [selected.key, compileField(place, selected)]),
  ];
  pairs.push(...auditOfRow(place));
  if (scope.typed && isAbstractType(getNamedType(parent.field.type))) pairs.push([typeKey, constant(model.name)]);
  return jsonObject(pairs);
}

function compileField(place: Place, selected: Selected): Sql {
  const { scope, model, row } = place;
  const { computed = {}, one = {}, many = {} } = model.options;
  const { name } = selected;
  if (Object.hasOwn(one, name)) {
    const relation = one[name]!();
    const value = compileToOne(place, relation, selected);
    // whoever may not read the key may not read it as the id of what it points to either
    return relation.via === undefined ? value : guarded(place, relation.via, value);
  }
  if (Object.hasOwn(many, name)) {
    const relation = many[name]!();
    return compileConnection({ scope, model: relation.model }, selected, (target) =>
      relation.belongs(target as never, row as never),
    );
  }
  if (!Object.hasOwn(computed, name)) return compileColumn(place, selected);
  return shaped(scope, computed[name]!(row as never, scope.computed(selected)), selected);
}

function compileColumn(place: Place, selected: Selected): Sql {
  const { scope, model, row } = place;
  const column = row[selected.name];
  if (!column) throw new Error(`${model.name}.${selected.name} is neither a column, nor computed, nor a relation.`);
  return guarded(place, selected.name, shaped(scope, column, selected));
}

/** The value for who has the right that its column needs beyond the row's, null for others. */
function guarded({ scope, model, row }: Place, property: string, value: Sql): Sql {
  const restricted = model.options.restricted as Record<string, Visible<never>> | undefined;
  const allowed = restricted?.[property]?.(scope.viewer, row as never) ?? 'always';
  if (allowed === 'always') return value;
  return allowed === 'never' ? sql`null` : sql`case when ${allowed} then ${value} end`;
}

function shaped(scope: Scope, value: Sql, selected: Selected): Sql {
  const named = getNamedType(selected.field.type);
  if (!isLeafType(named)) return reshape(scope, value, selected);
  return named.name === 'DateTime' ? momentOf(value) : value;
}

function compileToOne({ scope, row: parent }: Place, relation: ToOne, selected: Selected): Sql {
  const { model } = relation;
  if (!model.table) return compileStub({ scope, model, row: parent }, relation, selected);
  const alias = scope.alias();
  const row: ReadRow = model.row(alias);
  const condition = allOf(
    relation.belongs(row as never, parent as never),
    model.options.visible(scope.viewer, row as never),
  );
  if (condition === 'never') return sql`null`;
  const object = compileObject({ scope, model, row }, selected);
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
function compileStub({ scope, model, row: parent }: Place, { via }: ToOne, selected: Selected): Sql {
  const key = via === undefined ? undefined : parent[via];
  if (!key) throw new Error(`${selected.name} points to ${model.name} of another subgraph: relate it by a column.`);
  const row = stubRow(model, key);
  const object = compileObject({ scope, model, row }, selected);
  return key.column.nullable ? sql`case when ${key} is not null then ${object} end` : object;
}
