import { authorityIds, isStaff, type Viewer } from '@lokaal/shared/auth';
import { badInput } from '@lokaal/shared/errors';
import type { ProjectEntity } from './project.entity.js';
import { ProjectStatus } from './project.enums.js';

/** Projects are kept by staff. */
export const mayKeep = (viewer: Viewer): boolean => isStaff(viewer);

/** Who speaks for an authority: its contact persons and its ICT managers; staff for all. */
export const mayDecideFor = (viewer: Viewer, organisationId: string): boolean =>
  isStaff(viewer) || authorityIds(viewer, 'MEMBER_CONTACT', 'ICT_MANAGER').includes(organisationId);

const next: Readonly<Record<ProjectStatus, readonly ProjectStatus[]>> = {
  PLANNED: [ProjectStatus.RUNNING, ProjectStatus.STOPPED],
  RUNNING: [ProjectStatus.DONE, ProjectStatus.STOPPED, ProjectStatus.PLANNED],
  // taken back, when it was said too early
  DONE: [ProjectStatus.RUNNING],
  STOPPED: [ProjectStatus.RUNNING, ProjectStatus.PLANNED],
};

export const canBecome = (from: ProjectStatus, to: ProjectStatus): boolean => next[from].includes(to);

export const isOver = (status: ProjectStatus): boolean =>
  status === ProjectStatus.DONE || status === ProjectStatus.STOPPED;

type Days = Pick<ProjectEntity, 'status' | 'startedOn' | 'endedOn'>;

/** First and last day of a project that becomes this today. */
export function daysAs(status: ProjectStatus, { startedOn }: Days, today: string): Partial<Days> {
  if (isOver(status)) return { endedOn: today };
  return { startedOn: status === ProjectStatus.PLANNED ? null : (startedOn ?? today), endedOn: null };
}

/** Refuses days that do not fit the status, or each other. Throws BAD_USER_INPUT. */
export function requireDays({ status, startedOn, endedOn }: Days): void {
  if (status === ProjectStatus.PLANNED && startedOn !== null)
    throw badInput('It is planned: change its status when it begins.', ['startedOn']);
  if (status === ProjectStatus.RUNNING && startedOn === null) throw badInput('It runs: say since when.', ['startedOn']);
  if (isOver(status) !== (endedOn !== null))
    throw badInput(isOver(status) ? 'It is over: say since when.' : 'It is not over: change its status.', ['endedOn']);
  if (startedOn !== null && endedOn !== null && endedOn < startedOn)
    throw badInput(`It began on ${startedOn}: name that day or a later one.`, ['endedOn']);
}
