import type { Slice } from '../../slice.js';
import { ReferenceRegionEntity } from './reference-region.entity.js';
import { referenceRegionReads } from './reference-region.reads.js';
import { ReferenceRegionResolver } from './reference-region.resolver.js';

export const referenceRegionSlice: Slice = {
  entities: [ReferenceRegionEntity],
  models: [referenceRegionReads],
  resolvers: () => [new ReferenceRegionResolver()],
};
