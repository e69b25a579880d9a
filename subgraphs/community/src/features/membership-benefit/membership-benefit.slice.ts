import type { Slice } from '../../slice.js';
import { MembershipBenefitEntity } from './membership-benefit.entity.js';
import { membershipBenefitReads } from './membership-benefit.reads.js';
import { MembershipBenefitResolver } from './membership-benefit.resolver.js';
import { MembershipBenefitService } from './membership-benefit.service.js';

export const membershipBenefitSlice: Slice = {
  entities: [MembershipBenefitEntity],
  models: [membershipBenefitReads],
  resolvers: (on) => [new MembershipBenefitResolver(new MembershipBenefitService(on))],
};
