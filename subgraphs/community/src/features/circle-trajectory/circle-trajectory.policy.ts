import { badInput, invalidState } from '@lokaal/shared/errors';
import type { CircleTrajectoryEntity } from './circle-trajectory.entity.js';
import { TrajectoryStage } from './circle-trajectory.enums.js';

type Begun = Pick<CircleTrajectoryEntity, 'disseminatedOn' | 'adoptedOn' | 'innovatedOn' | 'standardisedOn'>;

/** The stages in their order, each with the column that says when it began. */
const stages = [
  [TrajectoryStage.DISSEMINATION, 'disseminatedOn'],
  [TrajectoryStage.ADOPTION, 'adoptedOn'],
  [TrajectoryStage.INNOVATION, 'innovatedOn'],
  [TrajectoryStage.STANDARDISATION, 'standardisedOn'],
] as const;

/** What changes when the next stage begins on a day. Throws INVALID_STATE after the last one, BAD_USER_INPUT for a day too early. */
export function nextStage(trajectory: Begun, on: string): Partial<Begun> {
  const next = stages.findIndex(([, column]) => trajectory[column] === null);
  if (next === -1) throw invalidState('STANDARDISATION is the last stage.');
  const [stage, column] = stages[next - 1]!;
  if (on < trajectory[column]!)
    throw badInput(`${stage} began on ${trajectory[column]}: name that day or a later one.`, ['on']);
  return { [stages[next]![1]]: on };
}
