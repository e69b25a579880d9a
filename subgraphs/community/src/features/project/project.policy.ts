import { authorityIds, isStaff, type Viewer } from '@lokaal/shared/auth';
import { ProjectStatus } from './project.enums.js';

/** Projects are kept by staff. */
export const mayKeep = (viewer: Viewer): boolean => isStaff(viewer);

/** Who speaks for an authority: its contact persons and its ICT managers; staff for all. */
export const mayDecideFor = (viewer: Viewer, organisationId: string): boolean =>
  isStaff(viewer) || authorityIds(viewer, 'MEMBER_CONTACT', 'ICT_MANAGER').includes(organisationId);

const next: Readonly<Record<ProjectStatus, readonly ProjectStatus[]>> = {
  PLANNED: [ProjectStatus.RUNNING, ProjectStatus.STOPPED],
  RUNNING: [ProjectStatus.DONE, ProjectStatus.STOPPED],
  DONE: [],
  STOPPED: [],
};

export const canBecome = (from: ProjectStatus, to: ProjectStatus): boolean => next[from].includes(to);

export const isOver = (status: ProjectStatus): boolean => next[status].length === 0;
