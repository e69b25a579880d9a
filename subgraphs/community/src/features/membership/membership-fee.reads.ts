import { everyone, type ReadModel, readModel } from '@lokaal/shared/read';
import { MembershipFeeEntity } from './membership-fee.entity.js';

/** Who thinks of joining may know what it costs. */
export const membershipFeeReads: ReadModel<MembershipFeeEntity> = readModel(MembershipFeeEntity, {
  visible: () => everyone,
  filter: ['type', 'year'],
  order: ['year'],
});
