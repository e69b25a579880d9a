import { type DefinitionNode, Kind, type ObjectTypeDefinitionNode, type TypeNode } from 'graphql';
import type { ReadModel } from '../read/index.js';
import type { Column, ColumnType } from '../read/columns.js';

/** The types of a subgraph by name. */
export type Definitions = ReadonlyMap<string, DefinitionNode>;

const leafOfColumn: Record<ColumnType, string> = {
  text: 'String',
  integer: 'Int',
  bigint: 'Float',
  numeric: 'Float',
  boolean: 'Boolean',
  timestamptz: 'DateTime',
  date: 'Date',
  jsonb: 'String',
};

/** The type of the field that publishes the column; a column that is not published is an id or what its type says. */
export function leafName(model: ReadModel<never>, column: Column, types: Definitions): string {
  const type = types.get(model.name) as ObjectTypeDefinitionNode | undefined;
  const field = type?.fields?.find((one) => one.name.value === column.property);
  if (field) return namedType(field.type);
  return column.property.endsWith('Id') ? 'ID' : leafOfColumn[column.type];
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));
