import { allOf, asSql, type Condition } from './condition.js';
import type { ReadRow } from './columns.js';
import { compileObject } from './compile-object.js';
import type { ReadModel } from './model.js';
import type { Scope, Selected } from './scope.js';
import { identifier, type Sql, sql } from './sql.js';

/** The visible row that a condition finds, as the root field's selection asks for it; null when there is none. */
export function compileRow(
  scope: Scope,
  model: ReadModel<never>,
  selected: Selected,
  isWanted: (row: ReadRow) => Condition,
  end: Sql = sql``,
): Sql {
  const alias = scope.alias();
  const row: ReadRow = model.row(alias);
  const condition = allOf(isWanted(row), model.options.visible(scope.viewer, row as never));
  const object = compileObject(scope, model, row, selected);
  return sql`(select ${object} from ${identifier(model.table!)} ${identifier(alias)} where ${asSql(condition)}${end})`;
}
