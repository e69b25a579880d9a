import { readable, type ReadModel, readModel } from '@lokaal/shared/read';
import { organisationReads } from '../organisation/organisation.reads.js';
import { MembershipTermEntity } from './membership-term.entity.js';
import { membershipReads } from './membership.reads.js';

export const membershipTermReads: ReadModel<MembershipTermEntity> = readModel(MembershipTermEntity, {
  visible: (viewer, row) => readable(viewer, membershipReads, row.membershipId),
  one: { employer: () => organisationReads.by('employerId') },
  order: ['from'],
});
