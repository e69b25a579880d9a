import { FirstSlice1763800000000 } from './1763800000000-first-slice.js';
import { Filters1763800100000 } from './1763800100000-filters.js';
import { Validation1763800300000 } from './1763800300000-validation.js';
import { HotIndexes1763910000000 } from './1763910000000-hot-indexes.js';
import { NoValidatedInsert1763920000000 } from './1763920000000-no-validated-insert.js';
import { NoSubtraction1763920100000 } from './1763920100000-no-subtraction.js';
import { ResultsAsTheyAre1763923000000 } from './1763923000000-results-as-they-are.js';
import { CategoriesInOrder1763924000000 } from './1763924000000-categories-in-order.js';

/** All migrations of this subgraph, oldest first. */
export const migrations = [
  FirstSlice1763800000000,
  Filters1763800100000,
  Validation1763800300000,
  HotIndexes1763910000000,
  NoValidatedInsert1763920000000,
  NoSubtraction1763920100000,
  ResultsAsTheyAre1763923000000,
  CategoriesInOrder1763924000000,
];
