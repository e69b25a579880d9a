import {
  allOf,
  anyOf,
  type ColumnRef,
  type Condition,
  exists,
  readable,
  type ReadModel,
  readModel,
  type ViewerRef,
} from '@lokaal/shared/read';
import { keepsEvent } from '../event/event.reads.js';
import { personReads } from '../person/person.reads.js';
import { takesPart } from '../registration/registration-visibility.reads.js';
import { SessionInvitationEntity } from './session-invitation.entity.js';
import { SessionMaterialEntity } from './session-material.entity.js';
import { SessionSpeakerEntity } from './session-speaker.entity.js';
import { sessionReads } from './session.reads.js';

const keepsEventOf = (viewer: ViewerRef, sessionId: ColumnRef): Condition =>
  anyOf(
    viewer.isStaff,
    allOf(
      viewer.isSignedIn,
      exists(sessionReads, sessionId, (one) => allOf(one.id.is(sessionId), keepsEvent(viewer, one.eventId))),
    ),
  );

/** Holds when the viewer has a confirmed place at the event of the session. */
const takesPartIn = (viewer: ViewerRef, sessionId: ColumnRef): Condition =>
  exists(sessionReads, sessionId, (one) => allOf(one.id.is(sessionId), takesPart(viewer, one.eventId)));

const givesSession = (viewer: ViewerRef, sessionId: ColumnRef): Condition =>
  exists(sessionReads, sessionId, (one) =>
    allOf(one.id.is(sessionId), one.vendorOrganisationId.isAnyOf(viewer.organisations())),
  );

/** The name is the programme's: who speaks in public is named in public. The person behind it only for who may see it. */
export const sessionSpeakerReads: ReadModel<SessionSpeakerEntity> = readModel(SessionSpeakerEntity, {
  visible: (viewer, { sessionId }) => readable(viewer, sessionReads, sessionId),
  one: { session: () => sessionReads.by('sessionId'), person: () => personReads.by('personId') },
  order: ['position'],
});

export const sessionMaterialReads: ReadModel<SessionMaterialEntity> = readModel(SessionMaterialEntity, {
  visible: (viewer, { sessionId, access }) =>
    allOf(
      readable(viewer, sessionReads, sessionId),
      anyOf(access.is('PUBLIC'), keepsEventOf(viewer, sessionId), takesPartIn(viewer, sessionId)),
    ),
  one: { session: () => sessionReads.by('sessionId') },
  filter: ['access'],
  order: ['title'],
});

/** One's own, and all of them for who keeps the event and for the company that gives the session. */
export const sessionInvitationReads: ReadModel<SessionInvitationEntity> = readModel(SessionInvitationEntity, {
  visible: (viewer, { sessionId, personId }) =>
    allOf(
      viewer.isSignedIn,
      anyOf(personId.is(viewer.personId), keepsEventOf(viewer, sessionId), givesSession(viewer, sessionId)),
    ),
  one: { session: () => sessionReads.by('sessionId'), person: () => personReads.by('personId') },
  order: ['createdAt'],
});
