import {
  type GraphQLInputObjectType,
  type GraphQLType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';

/**
 * What of a variable's value decides the text of a statement: which fields an input has (a filter), which words of an
 * enum (an order), whether a flag is up (`@include`, `isNull`), whether a text is blank (a search that asks for nothing).
 * All other values are parameters, and lists of them are one parameter.
 */
export function shapeOfValue(type: GraphQLType | undefined | null, value: unknown): string {
  if (value === null || value === undefined) return '-';
  const plain = type && getNullableType(type);
  if (isListType(plain)) return shapeOfList(plain.ofType, value);
  if (isInputObjectType(plain)) return shapeOfInput(plain, value as Record<string, unknown>);
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '+';
  if (isEnumType(plain)) return value;
  return value.trim() === '' ? '_' : '+';
}

function shapeOfList(type: GraphQLType, value: unknown): string {
  if (!Array.isArray(value) || !isInputObjectType(getNullableType(type))) return '+';
  return `[${value.map((one) => shapeOfValue(type, one)).join()}]`;
}

function shapeOfInput(type: GraphQLInputObjectType, value: Record<string, unknown>): string {
  const fields = type.getFields();
  const shapes = Object.entries(value).map(([name, one]) => `${name}:${shapeOfValue(fields[name]?.type, one)}`);
  return `{${shapes.join()}}`;
}
