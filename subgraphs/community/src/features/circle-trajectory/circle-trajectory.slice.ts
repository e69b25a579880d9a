import type { Slice } from '../../slice.js';
import { CircleTrajectoryEntity } from './circle-trajectory.entity.js';
import { circleTrajectoryReads } from './circle-trajectory.reads.js';
import { CircleTrajectoryResolver } from './circle-trajectory.resolver.js';
import { CircleTrajectoryService } from './circle-trajectory.service.js';

export const circleTrajectorySlice: Slice = {
  entities: [CircleTrajectoryEntity],
  models: [circleTrajectoryReads],
  resolvers: (on) => [new CircleTrajectoryResolver(new CircleTrajectoryService(on))],
};
