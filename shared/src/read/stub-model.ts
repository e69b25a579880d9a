import type { Column, ColumnType } from './columns.js';
import { ReadModel, type ReadModelOptions } from './model.js';

/** The key of a stub, and columns that it needs from its owner by `@requires`, with their PostgreSQL types. */
export type StubColumns<K> = { readonly [P in keyof K]: ColumnType | `${ColumnType}[]` };

/**
 * The read model of a type that another subgraph owns: its rows are the keys (and required fields) that a reference brings.
 * Everybody may hold a key; what hangs below it is guarded by its own models.
 */
export function stubModel<K extends { readonly id: string }>(
  name: string,
  columns: StubColumns<K>,
  options: Pick<ReadModelOptions<K>, 'one' | 'many' | 'computed'> = {},
): ReadModel<K> {
  const described = Object.entries<string>(columns).map(([property, type]): [string, Column] => {
    const isArray = type.endsWith('[]');
    const plain = type.replace('[]', '') as ColumnType;
    return [property, { property, name: property, type: plain, isArray, nullable: property !== 'id' }];
  });
  return new ReadModel<K>({ name, columns: new Map(described) }, { visible: () => 'always', ...options });
}
