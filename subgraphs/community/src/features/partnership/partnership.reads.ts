import { everyone, type ReadModel, readModel } from '@lokaal/shared/read';
import { PartnershipEntity } from './partnership.entity.js';

export const partnershipReads: ReadModel<PartnershipEntity> = readModel(PartnershipEntity, {
  visible: () => everyone,
  filter: ['to'],
  order: ['name'],
  search: 'name',
});
