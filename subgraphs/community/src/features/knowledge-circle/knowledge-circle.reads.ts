import { allOf, everyone, exists, nobody, type ReadModel, readModel } from '@lokaal/shared/read';
import { cohortReads } from '../cohort/cohort.reads.js';
import { organisationReads } from '../organisation/organisation.reads.js';
import { personReads } from '../person/person.reads.js';
import { circleMembershipReads, isMemberToday } from './circle-membership.reads.js';
import { CircleCoordinatorEntity, KnowledgeCircleEntity } from './knowledge-circle.entity.js';

/** A link only: no field publishes its rows. */
const coordinatorReads: ReadModel<CircleCoordinatorEntity> = readModel(CircleCoordinatorEntity, {
  visible: () => nobody,
});

export const knowledgeCircleReads: ReadModel<KnowledgeCircleEntity> = readModel(KnowledgeCircleEntity, {
  visible: () => everyone,
  one: {
    cohort: () =>
      cohortReads.one<KnowledgeCircleEntity>((cohort, circle) =>
        allOf(cohort.family.is('KNOWLEDGE_CIRCLE'), cohort.source.is(circle.id)),
      ),
  },
  many: {
    coordinators: () =>
      personReads.where<KnowledgeCircleEntity>((person, circle) =>
        exists(coordinatorReads, person.id, (one) => allOf(one.circleId.is(circle.id), one.personId.is(person.id))),
      ),
    members: () => circleMembershipReads.where('circleId'),
    organisations: () =>
      organisationReads.where<KnowledgeCircleEntity>((organisation, circle) =>
        isMemberToday(organisation.id, circle.id),
      ),
  },
  filter: ['name', 'referenceRegion'],
  order: ['name'],
  search: 'name',
  facets: ['referenceRegion'],
});
