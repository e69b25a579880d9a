import { everyone, type ReadModel, readModel } from '@lokaal/shared/read';
import { knowledgeCircleReads } from '../knowledge-circle/knowledge-circle.reads.js';
import { CircleTrajectoryEntity } from './circle-trajectory.entity.js';

/** What a circle works on is there to be shared. */
export const circleTrajectoryReads: ReadModel<CircleTrajectoryEntity> = readModel(CircleTrajectoryEntity, {
  visible: () => everyone,
  one: { circle: () => knowledgeCircleReads.by('circleId') },
  filter: ['stage', 'buildingBlock', 'circleId'],
  order: ['buildingBlock', 'disseminatedOn'],
  search: 'buildingBlock',
  facets: ['buildingBlock'],
});
