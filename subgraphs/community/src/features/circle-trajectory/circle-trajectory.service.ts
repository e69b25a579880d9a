import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockRow, refuseDuplicates, requireVersion } from '@lokaal/shared/database';
import { badInput, forbidden, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { mayKeepCircle } from '../knowledge-circle/knowledge-circle.policy.js';
import {
  type Coordinating,
  coordinatesCircle,
  lockCircle,
  requireFounded,
  requireNotEnded,
} from '../knowledge-circle/knowledge-circle.query.js';
import { nameInList } from './building-blocks.js';
import { CircleTrajectoryEntity } from './circle-trajectory.entity.js';
import { TrajectoryStage } from './circle-trajectory.enums.js';
import type {
  AdvanceTrajectoryInput,
  RemoveTrajectoryInput,
  StartTrajectoryInput,
  UpdateTrajectoryInput,
} from './circle-trajectory.input.js';
import { nextStage, requireStages } from './circle-trajectory.policy.js';

const refuseSecond = refuseDuplicates({
  circle_trajectory_one_of_block: 'The circle has a trajectory of this building block already.',
});

/** What a circle does with a building block, stage by stage. Every method answers with the trajectory's id. */
export class CircleTrajectoryService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  start(viewer: Viewer, { idempotencyKey: key, ...input }: StartTrajectoryInput): Promise<string> {
    const now = this.on.clock.now();
    requirePast(input.on, now);
    const buildingBlock = nameInList(input.buildingBlock);
    if (!buildingBlock) throw badInput('This is no building block: buildingBlockNames lists them.', ['buildingBlock']);
    const call = { personId: viewer.personId!, key, mutation: 'startTrajectory', input, now };
    return inTransaction(this.on.db, async (tx) => {
      await requireKept(tx, viewer, { circleId: input.circleId, now });
      return idempotent(tx, call, async () => {
        const id = newId('trajectory');
        const { on: disseminatedOn, ...columns } = input;
        await tx.insert(CircleTrajectoryEntity, { id, disseminatedOn, ...columns, buildingBlock });
        return id;
      });
    }).catch(refuseSecond);
  }

  advance(viewer: Viewer, { id, expectedVersion, on, note }: AdvanceTrajectoryInput): Promise<string> {
    const now = this.on.clock.now();
    requirePast(on, now);
    return inTransaction(this.on.db, async (tx) => {
      const trajectory = await lockKept(tx, viewer, { id, expectedVersion, now });
      await tx.update(CircleTrajectoryEntity, id, {
        ...nextStage(trajectory, on),
        ...(note !== undefined && { note }),
      });
      return id;
    });
  }

  /** Days and note as they should have been. */
  update(viewer: Viewer, { id, expectedVersion, ...changes }: UpdateTrajectoryInput): Promise<string> {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const trajectory = await lockKept(tx, viewer, { id, expectedVersion, now });
      requireStages(Object.assign(trajectory, changes), dayOf(now));
      await tx.save(trajectory);
      return id;
    });
  }

  /** What never was; of what went on, the stages are taken back first. */
  remove(viewer: Viewer, { id, expectedVersion }: RemoveTrajectoryInput): Promise<string> {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const { stage } = await lockKept(tx, viewer, { id, expectedVersion, now });
      if (stage !== TrajectoryStage.DISSEMINATION)
        throw invalidState(`It is in the stage ${stage}: take its stages back first (updateTrajectory).`);
      await tx.delete(CircleTrajectoryEntity, { id });
      return id;
    });
  }
}

function requirePast(on: string, now: Date): void {
  if (on > dayOf(now)) throw badInput('Name today or an earlier day.', ['on']);
}

async function lockKept(
  tx: EntityManager,
  viewer: Viewer,
  { id, expectedVersion, now }: RemoveTrajectoryInput & { readonly now: Date },
): Promise<CircleTrajectoryEntity> {
  const trajectory = await lockRow(tx, CircleTrajectoryEntity, id);
  await requireKept(tx, viewer, { circleId: trajectory.circleId, now });
  requireVersion(trajectory, expectedVersion);
  return trajectory;
}

async function requireKept(tx: EntityManager, viewer: Viewer, kept: Coordinating): Promise<void> {
  const circle = await lockCircle(tx, kept.circleId);
  if (!mayKeepCircle(viewer, await coordinatesCircle(tx, viewer, kept)))
    throw forbidden('Only coordinators of the circle and staff keep its trajectories.');
  requireNotEnded(circle);
  requireFounded(circle);
}
