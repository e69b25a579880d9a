import {
  allOf,
  anyOf,
  type ColumnRef,
  type Condition,
  exists,
  not,
  type Row,
  type ViewerRef,
} from '@lokaal/shared/read';
import { keepsEvent } from '../event/event.reads.js';
import { rolesThatKnow, wasColleagueThen } from '../person/colleague.reads.js';
import { isInDirectoryOf } from '../person/member-directory.reads.js';
import type { RegistrationEntity } from './registration.entity.js';
import { rolesForColleagues } from './acting-roles.js';
import { AttendanceMode } from './registration.enums.js';
import { registrationReads } from './registration.reads.js';
import { takingPart } from '../waiting-list/registration-state.enums.js';

type RegistrationRow = Row<RegistrationEntity>;

/** Whether the person was a colleague when registering, and is one still. */
const isOfColleague = (viewer: ViewerRef, row: RegistrationRow, roles: readonly [string, ...string[]]): Condition =>
  wasColleagueThen(viewer, { personId: row.personId, moment: row.createdAt }, roles);

/** The person, who acts for the person's organisation, and who keeps the event: they see everything of a registration. */
export const isConcerned = (viewer: ViewerRef, row: RegistrationRow): Condition =>
  anyOf(
    keepsEvent(viewer, row.eventId),
    allOf(viewer.isSignedIn, row.personId.is(viewer.personId)),
    isOfColleague(viewer, row, rolesForColleagues),
  );

/**
 * The list of participants (README, "Who sees what"): for who belongs to the community those who agreed to be in the
 * directory, and colleagues; for whoever made an account nobody; vendors see whoever came to their own stand, and nobody here. Who waits or gave up is in no list.
 */
export const isShownAsParticipant = (viewer: ViewerRef, row: RegistrationRow): Condition =>
  allOf(
    viewer.isSignedIn,
    row.state.isAnyOf(takingPart),
    anyOf(
      isOfColleague(viewer, row, rolesThatKnow),
      allOf(not(viewer.isOfCompaniesOnly), isInDirectoryOf(viewer, row.personId)),
    ),
  );

/** Holds when the viewer has a confirmed place at the event, in one of these modes. */
export const takesPart = (
  viewer: ViewerRef,
  eventId: ColumnRef,
  modes: readonly AttendanceMode[] = Object.values(AttendanceMode),
): Condition =>
  allOf(
    viewer.isSignedIn,
    exists(registrationReads, eventId, (one) =>
      allOf(
        one.eventId.is(eventId),
        one.personId.is(viewer.personId),
        one.state.isAnyOf(takingPart),
        one.mode.isAnyOf(modes),
      ),
    ),
  );
