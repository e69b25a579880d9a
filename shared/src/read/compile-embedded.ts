import { getNamedType, getNullableType, type GraphQLObjectType, isAbstractType, isLeafType, isListType } from 'graphql';
import { typeKey } from './keys.js';
import type { Scope, Selected } from './scope.js';
import { constant, identifier, join, jsonList, jsonObject, type Sql, sql } from './sql.js';

/**
 * An embedded JSON value (a column or a computed expression, keyed by field name) in the shape of the selection:
 * keyed by response keys, without what was not asked for. Unions say which object they hold in `__typename`.
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
  if (!isAbstractType(type)) return jsonObject(membersOf(scope, element, selected, type as GraphQLObjectType));
  const cases = scope.schema.getPossibleTypes(type).map((one) => {
    const members = [[typeKey, constant(one.name)] as const, ...membersOf(scope, element, selected, one)];
    return sql`when ${constant(one.name)} then ${jsonObject(members)}`;
  });
  return sql`case ${element} ->> '__typename' ${join(cases, ' ')} end`;
}

function membersOf(scope: Scope, element: Sql, selected: Selected, type: GraphQLObjectType): [string, Sql][] {
  const { fields, typenames } = scope.select(type, selected.nodes);
  return [
    ...typenames.map((key): [string, Sql] => [key, constant(type.name)]),
    ...fields.map((field): [string, Sql] => [field.key, member(scope, element, field)]),
  ];
}

function member(scope: Scope, element: Sql, selected: Selected): Sql {
  const value = sql`${element} -> ${constant(selected.name)}`;
  return isLeafType(getNamedType(selected.field.type)) ? sql`(${value})` : reshape(scope, sql`(${value})`, selected);
}
