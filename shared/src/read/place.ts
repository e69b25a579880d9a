import type { ReadRow } from './columns.js';
import type { ReadModel } from './model.js';
import type { Scope } from './scope.js';

/** A model in a statement that is being compiled. */
export interface Source {
  readonly scope: Scope;
  readonly model: ReadModel<never>;
}

/** A row of a model in a statement that is being compiled. */
export interface Place extends Source {
  readonly row: ReadRow;
}
