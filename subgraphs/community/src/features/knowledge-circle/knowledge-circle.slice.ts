import type { Slice } from '../../slice.js';
import { CircleMembershipEntity } from './circle-membership.entity.js';
import { circleMembershipReads } from './circle-membership.reads.js';
import { CircleCoordinatorEntity, KnowledgeCircleEntity } from './knowledge-circle.entity.js';
import { knowledgeCircleReads } from './knowledge-circle.reads.js';
import { KnowledgeCircleResolver } from './knowledge-circle.resolver.js';

export const knowledgeCircleSlice: Slice = {
  entities: [KnowledgeCircleEntity, CircleCoordinatorEntity, CircleMembershipEntity],
  models: [knowledgeCircleReads, circleMembershipReads],
  resolvers: () => [new KnowledgeCircleResolver()],
};
