import {
  allOf,
  anyOf,
  type ColumnRef,
  type Condition,
  exists,
  readable,
  type ReadModel,
  readModel,
  type Row,
  type ViewerRef,
} from '@lokaal/shared/read';
import { attendanceOfSession } from '../event/event-attendance.reads.js';
import { eventReads, keepsEvent } from '../event/event.reads.js';
import { roomReads, trackReads } from '../event/programme.reads.js';
import { organisationReads } from '../organisation/organisation.reads.js';
import { ownSignup, placesOfSession } from '../session-signup/session-places.reads.js';
import { sessionSignupReads } from '../session-signup/session-signup.reads.js';
import { themesOfRow } from '../theme/theme.reads.js';
import { sessionInvitationReads, sessionMaterialReads, sessionSpeakerReads } from './session-parts.reads.js';
import { SessionEntity } from './session.entity.js';

/** Holds for sessions of tracks of this kind. */
export const isOnTrackOf = (trackId: ColumnRef, kind: Parameters<ColumnRef['is']>[0]): Condition =>
  exists(trackReads, trackId, (track) => allOf(track.id.is(trackId), track.kind.is(kind)));

const isOnOpenTrack = ({ trackId }: Row<SessionEntity>): Condition =>
  exists(trackReads, trackId, (track) =>
    allOf(track.id.is(trackId), track.kind.isAnyOf(['TECHNICAL', 'POLICY', 'VENDOR'])),
  );

const isInvited = (viewer: ViewerRef, { id }: Row<SessionEntity>): Condition =>
  allOf(
    viewer.isSignedIn,
    exists(sessionInvitationReads, id, (one) => allOf(one.sessionId.is(id), one.personId.is(viewer.personId))),
  );

/** Private networking sessions are for who was invited, the company that gives them, and who keeps the event. */
export const sessionReads: ReadModel<SessionEntity> = readModel(SessionEntity, {
  visible: (viewer, row) =>
    allOf(
      readable(viewer, eventReads, row.eventId),
      anyOf(
        isOnOpenTrack(row),
        isInvited(viewer, row),
        row.vendorOrganisationId.isAnyOf(viewer.organisations()),
        keepsEvent(viewer, row.eventId),
      ),
    ),
  one: {
    event: () => eventReads.by('eventId'),
    track: () => trackReads.by('trackId'),
    room: () => roomReads.by('roomId'),
    vendorOrganisation: () => organisationReads.by('vendorOrganisationId'),
    mySignup: ownSignup,
  },
  many: {
    speakers: () => sessionSpeakerReads.where('sessionId'),
    materials: () => sessionMaterialReads.where('sessionId'),
    invitations: () => sessionInvitationReads.where('sessionId'),
    themes: themesOfRow,
    signups: () => sessionSignupReads.where('sessionId'),
  },
  computed: { places: placesOfSession, attendance: attendanceOfSession },
  filter: [
    'title',
    'eventId',
    'trackId',
    'roomId',
    'startsAt',
    'endsAt',
    'status',
    'signupRequired',
    'vendorOrganisationId',
    'themeSlugs',
    'cyfunCategories',
    'solutionIds',
  ],
  order: ['startsAt', 'title'],
  search: 'title',
  facets: ['cyfunCategories'],
});
