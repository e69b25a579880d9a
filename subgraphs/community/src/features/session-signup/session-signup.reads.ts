import {
  allOf,
  anyOf,
  asSql,
  type Condition,
  exists,
  type ReadModel,
  readable,
  readModel,
  type Row,
  sql,
  type ViewerRef,
} from '@lokaal/shared/read';
import { sessionReads } from '../event-session/session.reads.js';
import { isConcerned } from '../registration/registration-visibility.reads.js';
import { registrationReads } from '../registration/registration.reads.js';
import { SessionSignupEntity } from './session-signup.entity.js';
import { takingPart } from '../waiting-list/registration-state.enums.js';

/** Whoever sees everything of the registration sees everything of its sign-ups. */
const isOfConcern = (viewer: ViewerRef, row: Row<SessionSignupEntity>): Condition =>
  exists(registrationReads, row.registrationId, (one) =>
    allOf(one.id.is(row.registrationId), isConcerned(viewer, one)),
  );

export const sessionSignupReads: ReadModel<SessionSignupEntity> = readModel(SessionSignupEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(
        isOfConcern(viewer, row),
        allOf(
          row.state.isAnyOf(takingPart),
          readable(viewer, registrationReads, row.registrationId),
          readable(viewer, sessionReads, row.sessionId),
        ),
      ),
    ),
  restricted: {
    offeredAt: isOfConcern,
    offerExpiresAt: isOfConcern,
    cancelledAt: isOfConcern,
    checkedInAt: isOfConcern,
  },
  one: {
    registration: () => registrationReads.by('registrationId'),
    session: () => sessionReads.by('sessionId'),
  },
  computed: {
    waitingPosition: (row, { viewer }) => sql`case when ${asSql(isOfConcern(viewer, row))} then (
      select nullif(count(*), 0) from session_signup waits where ${row.state} = 'WAITLISTED'
        and waits.session_id = ${row.sessionId} and waits.state = 'WAITLISTED' and waits.arrival <= ${row.arrival}) end`,
  },
  filter: ['sessionId', 'state'],
  order: ['createdAt'],
});
