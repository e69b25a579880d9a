import { asSql, type Condition, readable, type ReadModel, type ToOne } from '../read/index.js';
import { conjunctsOf } from '../read/condition.js';
import { render } from '../read/sql.js';
import { viewerShapes, ViewerRef } from '../read/viewer-ref.js';

/**
 * Whether a relation always finds a row that the viewer may see: its column is never null, and everybody sees the
 * target, or the row itself is seen only by who sees the target (a version by who sees its solution).
 */
export function isSurelyThere(model: ReadModel<never>, { model: target, via }: ToOne): boolean {
  if (via === undefined || model.column(via).nullable) return false;
  return viewerShapes.every((shape) => {
    const viewer = new ViewerRef(shape);
    const row = model.row('row');
    if (target.options.visible(viewer, target.row('target')) === 'always') return true;
    const reference = (row as Readonly<Record<string, Parameters<typeof readable>[2]>>)[via]!;
    const seesTarget = readable(viewer, target, reference);
    const sees = model.options.visible(viewer, row);
    return sees === 'never' || conjunctsOf(sees).some((one) => textOf(one) === textOf(seesTarget));
  });
}

const textOf = (condition: Condition): string => render(asSql(condition)).text;
