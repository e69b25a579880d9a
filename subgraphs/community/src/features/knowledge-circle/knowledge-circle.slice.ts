import type { Slice } from '../../slice.js';
import { CircleCoordinatorService } from './circle-coordinator.service.js';
import { CircleMembershipEntity } from './circle-membership.entity.js';
import { circleMembershipReads } from './circle-membership.reads.js';
import { CircleMembershipResolver } from './circle-membership.resolver.js';
import { CircleMembershipService } from './circle-membership.service.js';
import { tellOfLostCoordinator } from './lost-coordinator.js';
import { KnowledgeCircleChangesResolver } from './knowledge-circle-changes.resolver.js';
import { CircleCoordinatorEntity, KnowledgeCircleEntity } from './knowledge-circle.entity.js';
import { knowledgeCircleReads } from './knowledge-circle.reads.js';
import { KnowledgeCircleResolver } from './knowledge-circle.resolver.js';
import { KnowledgeCircleService } from './knowledge-circle.service.js';

export const knowledgeCircleSlice: Slice = {
  entities: [KnowledgeCircleEntity, CircleCoordinatorEntity, CircleMembershipEntity],
  models: [knowledgeCircleReads, circleMembershipReads],
  resolvers: (on) => [
    new KnowledgeCircleResolver(),
    new KnowledgeCircleChangesResolver({
      circles: new KnowledgeCircleService(on),
      coordinators: new CircleCoordinatorService(on),
    }),
    new CircleMembershipResolver(new CircleMembershipService(on)),
  ],
  beforeErasure: tellOfLostCoordinator,
  personalData: [{ table: 'circle_coordinator', of: 'person_id = $1', shown: ['circle_id'], erasure: 'delete' }],
};
