import { ColumnRef, pgType, type ReadRow } from './columns.js';
import type { ReadModel } from './model.js';
import { Sql, sql } from './sql.js';

/** The row of a stub of which only the key is known. */
export const stubRow = (model: ReadModel<never>, key: ColumnRef): ReadRow =>
  Object.fromEntries(
    [...model.columns.values()].map((column) => {
      const expression = column.property === 'id' ? key : sql`null::${new Sql([pgType(column)])}`;
      return [column.property, new ColumnRef(key.alias, column, expression)];
    }),
  );
