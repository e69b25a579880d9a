import {
  getNamedType,
  getNullableType,
  type GraphQLOutputType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Column, ColumnType } from '../read/columns.js';

/** A field that is checked, and how messages call it. */
export interface Checked {
  readonly place: string;
  readonly type: GraphQLOutputType;
}

/** Built-in scalars that a column may be published as; own scalars and enums are text, unless they are named here. */
const scalars: Readonly<Record<ColumnType, readonly string[]>> = {
  text: ['String', 'ID'],
  integer: ['Int', 'Float'],
  bigint: ['Float'],
  numeric: ['Float'],
  boolean: ['Boolean'],
  timestamptz: ['DateTime'],
  date: ['Date'],
  jsonb: [],
};
const namedScalars = new Set(Object.values(scalars).flat());

/** A statement's answer goes out as it is, so what the column holds must be what the type promises. */
export function refuseFieldType({ place, type }: Checked, column: Column, isRestricted: boolean): void {
  if (isNonNullType(type) && column.nullable)
    throw new Error(`${place} may be null in the database, so it must be nullable.`);
  if (isNonNullType(type) && isRestricted)
    throw new Error(`${place} is null for who lacks the right to it, so it must be nullable.`);
  if (column.type === 'jsonb') return;
  if (isListType(getNullableType(type)) !== column.isArray)
    throw new Error(`${place} and its column differ in being a list.`);
  const named = getNamedType(type);
  const fits = namedScalars.has(named.name) ? scalars[column.type].includes(named.name) : isTextual(column, type);
  if (!fits || (column.isArray && named.name === 'DateTime'))
    throw new Error(`${place} is ${String(type)}, which a column of type ${column.type} does not give.`);
}

const isTextual = ({ type }: Column, published: GraphQLOutputType): boolean => {
  const named = getNamedType(published);
  return isEnumType(named) ? type === 'text' : isLeafType(named);
};
