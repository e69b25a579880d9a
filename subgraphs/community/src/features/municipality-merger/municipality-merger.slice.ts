import type { Slice } from '../../slice.js';
import { MunicipalityMergerResolver } from './municipality-merger.resolver.js';
import { MunicipalityMergerService } from './municipality-merger.service.js';

export const municipalityMergerSlice: Slice = {
  entities: [],
  models: [],
  resolvers: (on) => [new MunicipalityMergerResolver(new MunicipalityMergerService(on))],
};
