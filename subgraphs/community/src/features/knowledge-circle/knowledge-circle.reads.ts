import { allOf, everyone, type ReadModel, readModel } from '@lokaal/shared/read';
import { cohortReads } from '../cohort/cohort.reads.js';
import { organisationReads } from '../organisation/organisation.reads.js';
import { personReads } from '../person/person.reads.js';
import { isCoordinatorOf } from './circle-coordinator.reads.js';
import { circleMembershipReads, isMemberToday } from './circle-membership.reads.js';
import { KnowledgeCircleEntity } from './knowledge-circle.entity.js';

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
      personReads.where<KnowledgeCircleEntity>((person, circle) => isCoordinatorOf(person.id, circle.id)),
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
