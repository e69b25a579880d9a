import { allOf, asSql, type Condition } from './condition.js';
import type { ReadRow } from './columns.js';
import type { Source } from './place.js';
import type { Selected } from './scope.js';
import { identifier, type Sql, sql } from './sql.js';

/** The visible row that a condition finds, as the root field's selection asks for it; null when there is none. */
export const compileRow = (source: Source, selected: Selected, isWanted: (row: ReadRow) => Condition): Sql =>
  sql`(${rowsWhere(source, selected, isWanted)})`;

/** As compileRow, where the condition finds several: the first one that comes. */
export const compileFirst = (source: Source, selected: Selected, isWanted: (row: ReadRow) => Condition): Sql =>
  sql`(${rowsWhere(source, selected, isWanted)} limit 1)`;

function rowsWhere({ scope, model }: Source, selected: Selected, isWanted: (row: ReadRow) => Condition): Sql {
  const alias = scope.alias();
  const row: ReadRow = model.row(alias);
  const condition = allOf(isWanted(row), model.options.visible(scope.viewer, row as never));
  const object = scope.object({ scope, model, row }, selected);
  return sql`select ${object} from ${identifier(model.table!)} ${identifier(alias)} where ${asSql(condition)}`;
}
