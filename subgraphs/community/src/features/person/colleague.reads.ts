import {
  allOf,
  type ColumnRef,
  type Condition,
  dayOfMoment,
  exists,
  holdsOn,
  type Sql,
  sql,
  today,
  type ViewerRef,
} from '@lokaal/shared/read';
import { rolesForColleagues } from '../registration/acting-roles.js';
import { employmentReads } from './employment.reads.js';

/**
 * Roles that know their colleagues, also those who are not in the member directory (DPO, CISO and
 * PORTFOLIO_EDITOR, and who acts for colleagues). Readers do not, nor does a vendor's editor, who keeps solutions and no
 * people.
 */
export const rolesThatKnow = [...rolesForColleagues, 'DPO', 'CISO', 'PORTFOLIO_EDITOR'] as const;

type Roles = readonly [string, ...string[]];

export interface Work {
  readonly personId: ColumnRef;
  readonly day: Sql;
}

/** Holds when the person works on that day for an organisation of the viewer's, where the viewer has one of the roles today. */
const worksOn = (viewer: ViewerRef, { personId, day }: Work, roles: Roles): Condition =>
  exists(employmentReads, personId, (one) =>
    allOf(
      one.personId.is(personId),
      one.organisationId.isAnyOf(viewer.organisations(...roles)),
      holdsOn(day, one.from, one.to),
    ),
  );

/** Holds when the person works today for an organisation of the viewer's, where the viewer has one of the roles. */
const isColleague = (viewer: ViewerRef, personId: ColumnRef, roles: Roles): Condition =>
  worksOn(viewer, { personId, day: today }, roles);

/** Holds when the person did so on that day already: what somebody did before, elsewhere, is not a new employer's. */
export const wasColleagueOn = (viewer: ViewerRef, { personId, day }: Work, roles: Roles): Condition =>
  allOf(isColleague(viewer, personId, roles), worksOn(viewer, { personId, day }, roles));

/** As wasColleagueOn, on the day of a moment. */
export const wasColleagueThen = (
  viewer: ViewerRef,
  { personId, moment }: { readonly personId: ColumnRef; readonly moment: ColumnRef },
  roles: Roles,
): Condition => wasColleagueOn(viewer, { personId, day: dayOfMoment(sql`${moment}`) }, roles);

/** Holds when the person is a colleague whom the viewer knows, also outside the member directory. */
export const knowsColleague = (viewer: ViewerRef, personId: ColumnRef): Condition =>
  isColleague(viewer, personId, rolesThatKnow);
