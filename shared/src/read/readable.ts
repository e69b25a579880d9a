import { allOf, asSql, type Condition } from './condition.js';
import type { ColumnRef, ReadRow } from './columns.js';
import type { ReadModel } from './model.js';
import { identifier, sql } from './sql.js';
import type { ViewerRef } from './viewer-ref.js';

/** Holds when the row that a column points to is visible to the viewer: a version is seen by who sees its solution. */
export const readable = <E>(viewer: ViewerRef, model: ReadModel<E>, reference: ColumnRef): Condition =>
  whereSome(model, `${reference.alias}_${model.name}`, (row) =>
    allOf((row as ReadRow).id!.is(reference), model.options.visible(viewer, row)),
  );

/** Holds when some row of a model meets the condition; visibility is not asked, so it is for links that belong to the code. */
export const exists = <E>(
  model: ReadModel<E>,
  near: ColumnRef,
  condition: (row: ReturnType<ReadModel<E>['row']>) => Condition,
): Condition => whereSome(model, `${near.alias}_${model.name}`, condition);

function whereSome<E>(
  model: ReadModel<E>,
  alias: string,
  condition: (row: ReturnType<ReadModel<E>['row']>) => Condition,
): Condition {
  if (!model.table) throw new Error(`${model.name} has no table here.`);
  const met = condition(model.row(alias));
  if (met === 'never') return 'never';
  return sql`exists (select from ${identifier(model.table)} ${identifier(alias)} where ${asSql(met)})`;
}
