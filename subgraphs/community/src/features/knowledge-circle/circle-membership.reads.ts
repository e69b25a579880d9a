import {
  allOf,
  asSql,
  type ColumnRef,
  type Condition,
  everyone,
  exists,
  holdsToday,
  type ReadModel,
  readModel,
} from '@lokaal/shared/read';
import { organisationReads } from '../organisation/organisation.reads.js';
import { CircleMembershipEntity } from './circle-membership.entity.js';
import { knowledgeCircleReads } from './knowledge-circle.reads.js';

export const circleMembershipReads: ReadModel<CircleMembershipEntity> = readModel(CircleMembershipEntity, {
  visible: () => everyone,
  one: {
    circle: () => knowledgeCircleReads.by('circleId'),
    organisation: () => organisationReads.by('organisationId'),
  },
  computed: { active: ({ from, to }) => asSql(holdsToday(from, to)) },
  order: ['from'],
});

export const isMemberToday = (organisationId: ColumnRef, circleId: ColumnRef): Condition =>
  exists(circleMembershipReads, circleId, (one) =>
    allOf(one.circleId.is(circleId), one.organisationId.is(organisationId), holdsToday(one.from, one.to)),
  );
