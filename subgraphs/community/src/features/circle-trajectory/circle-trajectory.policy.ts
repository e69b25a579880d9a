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

/**
 * Refuses days that are corrected into what cannot be: a stage in the future, before the one in front of it, or without it.
 * Throws BAD_USER_INPUT for the first one that does not fit.
 */
export function requireStages(trajectory: Begun, today: string): void {
  let before = '';
  let missing: TrajectoryStage | undefined;
  for (const [stage, column] of stages) {
    const on = trajectory[column];
    if (on === null) {
      missing ??= stage;
      continue;
    }
    if (missing) throw badInput(`${missing} comes first: say when it began, or take ${stage} back.`, [column]);
    if (on > today) throw badInput('Name today or an earlier day.', [column]);
    if (on < before)
      throw badInput(`The stage in front of it began on ${before}: name that day or a later one.`, [column]);
    before = on;
  }
}
