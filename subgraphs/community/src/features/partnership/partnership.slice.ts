import type { Slice } from '../../slice.js';
import { PartnershipEntity } from './partnership.entity.js';
import { partnershipReads } from './partnership.reads.js';
import { PartnershipResolver } from './partnership.resolver.js';
import { PartnershipService } from './partnership.service.js';

export const partnershipSlice: Slice = {
  entities: [PartnershipEntity],
  models: [partnershipReads],
  resolvers: (on) => [new PartnershipResolver(new PartnershipService(on))],
};
