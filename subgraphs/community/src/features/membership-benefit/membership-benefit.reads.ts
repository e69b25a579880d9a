import { everyone, type ReadModel, readModel } from '@lokaal/shared/read';
import { MembershipBenefitEntity } from './membership-benefit.entity.js';

/** Who thinks of joining may know what it brings. */
export const membershipBenefitReads: ReadModel<MembershipBenefitEntity> = readModel(MembershipBenefitEntity, {
  visible: () => everyone,
  filter: ['type', 'fromYear', 'untilYear'],
  order: ['position'],
});
