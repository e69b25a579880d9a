import { getNamedType, getNullableType, type GraphQLObjectType, isAbstractType, isLeafType, isListType } from 'graphql';
import { compileRow } from './compile-row.js';
import { auditKey, typeKey } from './keys.js';
import { momentOf } from './moment.js';
import type { Scope, Selected } from './scope.js';
import { constant, identifier, join, jsonList, jsonObject, type Sql, sql } from './sql.js';

/**
 * An embedded JSON value (a column or a computed expression, keyed by field name) in the shape of the selection:
 * keyed by response keys, without what was not asked for. Unions say which object they hold in `__typename`. What holds a
 * confidential row keeps that row's id under the audit key.
 */
export function reshape(scope: Scope, value: Sql, selected: Selected): Sql {
  const whole = scope.alias();
  const wholeValue = sql`${identifier(whole)}."value"`;
  const shaped = isListType(getNullableType(selected.field.type))
    ? listOf(scope, wholeValue, selected)
    : sql`case when jsonb_typeof(${wholeValue}) = 'object' then ${shape(scope, wholeValue, selected)} end`;
  // offset 0 keeps the planner from copying the expression into every field
  return sql`(select ${shaped} from (select to_jsonb(${value}) as "value" offset 0) ${identifier(whole)})`;
}

function listOf(scope: Scope, list: Sql, selected: Selected): Sql {
  const alias = scope.alias();
  const elements = jsonList(shape(scope, sql`${identifier(alias)}."value"`, selected));
  return sql`case when jsonb_typeof(${list}) = 'array' then (select ${elements} from jsonb_array_elements(${list}) ${identifier(alias)}("value")) end`;
}

function shape(scope: Scope, element: Sql, selected: Selected): Sql {
  const type = getNamedType(selected.field.type);
  const id = sql`${element} -> ${constant(auditKey)}`;
  const audit: [string, Sql][] = scope.audited.has(selected) ? [[auditKey, id]] : [];
  if (!isAbstractType(type))
    return jsonObject([...membersOf({ scope, element }, selected, type as GraphQLObjectType), ...audit]);
  const cases = scope.schema.getPossibleTypes(type).map((one) => {
    const members = [...membersOf({ scope, element }, selected, one), ...audit];
    if (scope.typed) members.push([typeKey, constant(one.name)]);
    return sql`when ${constant(one.name)} then ${jsonObject(members)}`;
  });
  return sql`case ${element} ->> '__typename' ${join(cases, ' ')} end`;
}

interface Element {
  readonly scope: Scope;
  readonly element: Sql;
}

function membersOf({ scope, element }: Element, selected: Selected, type: GraphQLObjectType): [string, Sql][] {
  const { fields, typenames } = scope.select(type, selected.nodes);
  return [
    ...typenames.map((key): [string, Sql] => [key, constant(type.name)]),
    ...fields.map((field): [string, Sql] => [field.key, member(scope, element, field)]),
  ];
}

function member(scope: Scope, element: Sql, selected: Selected): Sql {
  const name = constant(selected.name);
  const type = getNamedType(selected.field.type);
  const held = scope.held.get(type.name);
  if (held) return compileRow({ scope, model: held }, selected, (row) => row.id!.is(sql`(${element} ->> ${name})`));
  if (!isLeafType(type)) return reshape(scope, sql`(${element} -> ${name})`, selected);
  return type.name === 'DateTime' ? momentOf(sql`${element} ->> ${name}`) : sql`(${element} -> ${name})`;
}
