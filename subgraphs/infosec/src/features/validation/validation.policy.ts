import { employerIds, isStaff, type Viewer } from '@lokaal/shared/auth';

/**
 * Staff of the association put the statement of a conformity assessment body on record. Nobody certifies himself: not even
 * staff, for an authority that they work for in whatever role.
 */
export const mayValidate = (viewer: Viewer, authorityId: string): boolean =>
  isStaff(viewer) && !employerIds(viewer).includes(authorityId);
