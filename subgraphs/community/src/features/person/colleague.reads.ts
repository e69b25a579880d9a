import { allOf, type ColumnRef, type Condition, exists, holdsToday, type ViewerRef } from '@lokaal/shared/read';
import { employmentReads } from './employment.reads.js';

/** Holds when the person works today for an organisation of the viewer's, where the viewer has one of the roles (any when none is named). */
export const isColleague = (viewer: ViewerRef, personId: ColumnRef, ...roles: readonly string[]): Condition =>
  exists(employmentReads, personId, (one) =>
    allOf(
      one.personId.is(personId),
      one.organisationId.isAnyOf(viewer.organisations(...roles)),
      holdsToday(one.from, one.to),
    ),
  );
