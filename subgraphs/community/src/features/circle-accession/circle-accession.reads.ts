import { allOf, anyOf, type ReadModel, readModel } from '@lokaal/shared/read';
import { circleMembershipReads } from '../knowledge-circle/circle-membership.reads.js';
import { coordinates } from '../knowledge-circle/circle-coordinator.reads.js';
import { knowledgeCircleReads } from '../knowledge-circle/knowledge-circle.reads.js';
import { organisationReads } from '../organisation/organisation.reads.js';
import { personReads } from '../person/person.reads.js';
import { CircleAccessionEntity } from './circle-accession.entity.js';

/** Who asked, and what became of it, is for those who work there, the circle's coordinators and staff. */
export const circleAccessionReads: ReadModel<CircleAccessionEntity> = readModel(CircleAccessionEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(viewer.isStaff, row.organisationId.isAnyOf(viewer.organisations()), coordinates(viewer, row.circleId)),
    ),
  one: {
    circle: () => knowledgeCircleReads.by('circleId'),
    organisation: () => organisationReads.by('organisationId'),
    requestedBy: () => personReads.by('requestedById'),
    membership: () => circleMembershipReads.by('membershipId'),
    replacedBy: () => circleAccessionReads.by('replacedById'),
  },
  filter: ['state', 'circleId', 'organisationId'],
  order: ['requestedAt'],
  facets: [],
});
