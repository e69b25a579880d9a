import type { Viewer } from '../auth/index.js';
import { allOf, asSql } from './condition.js';
import type { ReadModel } from './model.js';
import { Run } from './run.js';
import { identifier, param, render, type Sql, sql } from './sql.js';
import { shapeOf, ViewerRef } from './viewer-ref.js';

interface Asked {
  readonly id: string;
  readonly viewer: Viewer;
  readonly now: Date;
}

interface ReadableId {
  readonly id: Sql;
}

/**
 * For what is answered beside the graph, such as files: a statement that gives the id of the row when the viewer may see it,
 * by the rule of the read model and no other, and no row otherwise.
 */
export function visibleRow<E extends { id: string }>(model: ReadModel<E>, { id, viewer, now }: Asked) {
  const row = model.row('one');
  const ref = new ViewerRef(shapeOf(viewer));
  const wanted = sql`${(row as ReadableId).id} = ${param('text', (run) => run.lookup['id'])}`;
  const condition = allOf(wanted, model.options.visible(ref, row));
  const { text, params } = render(
    sql`select ${(row as ReadableId).id} from ${identifier(model.table!)} "one" where ${asSql(condition)}`,
  );
  const run = new Run({ viewer, now, variables: {}, lookup: { id } });
  return { text, values: params.map((one) => one.value(run)) };
}

interface Connection {
  query<Rows>(text: string, values: unknown[]): Promise<Rows>;
}

/** Whether the viewer sees this row; what is absent nobody sees. */
export async function isVisible<E extends { id: string }>(
  connection: Connection,
  model: ReadModel<E>,
  asked: Asked,
): Promise<boolean> {
  const { text, values } = visibleRow(model, asked);
  return (await connection.query<unknown[]>(text, values)).length > 0;
}
