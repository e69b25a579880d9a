import { isStaff, organisationIds, type Viewer } from '@lokaal/shared/auth';

/** Founding, formalising and ending circles, and saying who coordinates them. */
export const mayFoundCircles = (viewer: Viewer): boolean => isStaff(viewer);

/**
 * Saying that an authority is, or was, in a circle. Fellow members read what it shows to its circle, and its figures count
 * with theirs: coordinators take in who asks, and draw in nobody.
 */
export const mayWriteMembers = (viewer: Viewer): boolean => isStaff(viewer);

/** Keeping one circle: its text, who asks to join or leaves, and trajectories. Whether the viewer coordinates it is in the database. */
export const mayKeepCircle = (viewer: Viewer, coordinates: boolean): boolean => isStaff(viewer) || coordinates;

/** An authority is free to go: its contact persons say so. */
export const maySpeakFor = (viewer: Viewer, organisationId: string): boolean =>
  organisationIds(viewer, 'MEMBER_CONTACT').includes(organisationId);
