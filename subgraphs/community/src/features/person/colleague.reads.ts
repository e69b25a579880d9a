import { allOf, type ColumnRef, type Condition, exists, holdsToday, type ViewerRef } from '@lokaal/shared/read';
import { rolesForColleagues } from '../registration/acting-roles.js';
import { employmentReads } from './employment.reads.js';

/**
 * Roles that know their colleagues, also those who are not in the member directory (domain.md 6: own authority, DPO / CISO /
 * editor, and who acts for colleagues). Readers do not, nor does a vendor's editor, who keeps solutions and no people.
 */
export const rolesThatKnow = [...rolesForColleagues, 'DPO', 'CISO', 'PORTFOLIO_EDITOR'] as const;

/** Holds when the person works today for an organisation of the viewer's, where the viewer has one of the roles. */
export const isColleague = (viewer: ViewerRef, personId: ColumnRef, roles: readonly [string, ...string[]]): Condition =>
  exists(employmentReads, personId, (one) =>
    allOf(
      one.personId.is(personId),
      one.organisationId.isAnyOf(viewer.organisations(...roles)),
      holdsToday(one.from, one.to),
    ),
  );

/** Holds when the person is a colleague whom the viewer knows, also outside the member directory. */
export const knowsColleague = (viewer: ViewerRef, personId: ColumnRef): Condition =>
  isColleague(viewer, personId, rolesThatKnow);
