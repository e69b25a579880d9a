import { isStaff, type Viewer } from '@lokaal/shared/auth';

/** Trainings and their sessions are the association's: staff keep them. */
export const mayKeepTrainings = (viewer: Viewer): boolean => isStaff(viewer);
