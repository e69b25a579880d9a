import { allOf, anyOf, type ColumnRef, type Condition, exists, type ViewerRef } from '@lokaal/shared/read';
import { isEffectiveMember } from '../membership/members-today.reads.js';
import { personReads } from './person.reads.js';

/**
 * Holds for who belongs to the community, and not for whoever made an account: staff, who works for an organisation today
 * (it invited them, and they agreed), and effective members. To them other people agreed to be shown.
 */
export const belongsHere = (viewer: ViewerRef): Condition =>
  allOf(viewer.isSignedIn, anyOf(viewer.isAtWork, isEffectiveMember(viewer)));

/** Holds when the person agreed to be in the member directory, and the viewer is one of those who read it. */
export const isInDirectoryOf = (viewer: ViewerRef, personId: ColumnRef): Condition =>
  allOf(
    belongsHere(viewer),
    exists(personReads, personId, (person) => allOf(person.id.is(personId), person.consentDirectory)),
  );
