import { allOf, anyOf, type Condition, type ViewerRef } from '@lokaal/shared/read';
import { isEffectiveMember, worksForMember } from '../membership/members-today.reads.js';

/**
 * Whether the viewer has what is for members: by an own membership, or by one of an organisation for which the viewer
 * works, that holds today, the time of grace included; and staff.
 */
export const isOfMember = (viewer: ViewerRef): Condition =>
  allOf(viewer.isSignedIn, anyOf(viewer.isStaff, isEffectiveMember(viewer), worksForMember(viewer)));
