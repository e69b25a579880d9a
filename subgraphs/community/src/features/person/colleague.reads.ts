import { allOf, type ColumnRef, type Condition, exists, holdsToday, type ViewerRef } from '@lokaal/shared/read';
import { employmentReads } from './employment.reads.js';

/** Holds when the person works today for an organisation of the viewer's. */
export const isColleague = (viewer: ViewerRef, personId: ColumnRef): Condition =>
  exists(employmentReads, personId, (one) =>
    allOf(one.personId.is(personId), one.organisationId.isAnyOf(viewer.organisations()), holdsToday(one.from, one.to)),
  );
