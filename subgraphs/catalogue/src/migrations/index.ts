import { FirstSlice1763800000000 } from './1763800000000-first-slice.js';
import { Filters1763800100000 } from './1763800100000-filters.js';
import { Names1763800200000 } from './1763800200000-names.js';
import { Audit1763800300000 } from './1763800300000-audit.js';
import { Search1763800400000 } from './1763800400000-search.js';
import { HotIndexes1763910000000 } from './1763910000000-hot-indexes.js';
import { QuickSearchText1763920900000 } from './1763920900000-quick-search-text.js';
import { SlipSearch1763921000000 } from './1763921000000-slip-search.js';
import { QuickerSlips1763923000000 } from './1763923000000-quicker-slips.js';
import { WordsApart1763923000001 } from './1763923000001-words-apart.js';
import { StandardUsage1763924100000 } from './1763924100000-standard-usage.js';
import { CostInWholeCents1763924100001 } from './1763924100001-cost-in-whole-cents.js';

/** All migrations of this subgraph, oldest first. */
export const migrations = [
  FirstSlice1763800000000,
  Filters1763800100000,
  Names1763800200000,
  Audit1763800300000,
  Search1763800400000,
  HotIndexes1763910000000,
  QuickSearchText1763920900000,
  SlipSearch1763921000000,
  QuickerSlips1763923000000,
  WordsApart1763923000001,
  StandardUsage1763924100000,
  CostInWholeCents1763924100001,
];
