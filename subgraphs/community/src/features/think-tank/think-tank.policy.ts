import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { badInput, forbidden } from '@lokaal/shared/errors';
import { FocusProjectStatus } from './focus-project.enums.js';
import type { FocusProjectEntity } from './think-tank.entity.js';

/** Think tanks, their members and meetings. */
export const mayKeep = (viewer: Viewer): boolean => isStaff(viewer);

export const keptByStaff = () => forbidden('Only staff of the association may keep think tanks.');

type Focus = Pick<FocusProjectEntity, 'status' | 'proposedById' | 'startedOn' | 'endedOn'>;

/** Whoever proposed it may still change the proposal, or take it back. */
export const mayCorrect = (viewer: Viewer, { status, proposedById }: Focus): boolean =>
  mayKeep(viewer) || (status === FocusProjectStatus.PROPOSED && proposedById === viewer.personId);

const steps: readonly FocusProjectStatus[] = [
  FocusProjectStatus.PROPOSED,
  FocusProjectStatus.RUNNING,
  FocusProjectStatus.DONE,
];

/** One step on, or one step back when it was said too early. */
export const canBecome = (from: FocusProjectStatus, to: FocusProjectStatus): boolean =>
  Math.abs(steps.indexOf(from) - steps.indexOf(to)) === 1;

/** First and last day of a focus project that becomes this today. */
export function daysAs(status: FocusProjectStatus, { startedOn }: Focus, today: string): Partial<Focus> {
  if (status === FocusProjectStatus.DONE) return { endedOn: today };
  return { startedOn: status === FocusProjectStatus.RUNNING ? (startedOn ?? today) : null, endedOn: null };
}

/** Refuses days that do not fit the status, or each other. Throws BAD_USER_INPUT. */
export function requireDays({ status, startedOn, endedOn }: Focus): void {
  if (status === FocusProjectStatus.PROPOSED && startedOn !== null)
    throw badInput('It is proposed: change its status when it begins.', ['startedOn']);
  if (status !== FocusProjectStatus.DONE && endedOn !== null)
    throw badInput('It is not done: change its status.', ['endedOn']);
  if (startedOn !== null && endedOn !== null && endedOn < startedOn)
    throw badInput(`It began on ${startedOn}: name that day or a later one.`, ['endedOn']);
}
