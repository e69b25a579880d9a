import type { Slice } from '../../slice.js';
import { MunicipalityEntity } from './municipality.entity.js';
import { municipalityReads } from './municipality.reads.js';
import { MunicipalityResolver } from './municipality.resolver.js';

export const municipalitySlice: Slice = {
  entities: [MunicipalityEntity],
  models: [municipalityReads],
  resolvers: () => [new MunicipalityResolver()],
};
