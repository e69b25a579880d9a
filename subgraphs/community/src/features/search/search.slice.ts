import type { Slice } from '../../slice.js';
import { searchResultReads } from './search.reads.js';
import { SearchResolver } from './search.resolver.js';

/** One search over what the other features have. */
export const searchSlice: Slice = {
  entities: [],
  models: [searchResultReads],
  resolvers: () => [new SearchResolver()],
};
