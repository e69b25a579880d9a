import { readable, type ReadModel, readModel } from '@lokaal/shared/read';
import { sessionReads } from '../event-session/session.reads.js';
import { exhibitorScanReads } from '../exhibitor-scan/exhibitor-scan.reads.js';
import { organisationReads } from '../organisation/organisation.reads.js';
import { EventQuestionEntity } from './event-question.entity.js';
import { eventReads } from './event.reads.js';
import { ExhibitorEntity } from './exhibitor.entity.js';
import { RoomEntity } from './room.entity.js';
import { TrackEntity } from './track.entity.js';

// what belongs to an event is seen by who sees the event

export const eventQuestionReads: ReadModel<EventQuestionEntity> = readModel(EventQuestionEntity, {
  visible: (viewer, { eventId }) => readable(viewer, eventReads, eventId),
  one: { event: () => eventReads.by('eventId') },
  order: ['position'],
});

/** Also a track of private sessions: that there are any is no secret, which ones is. */
export const trackReads: ReadModel<TrackEntity> = readModel(TrackEntity, {
  visible: (viewer, { eventId }) => readable(viewer, eventReads, eventId),
  one: { event: () => eventReads.by('eventId') },
  many: { sessions: () => sessionReads.where('trackId') },
  filter: ['kind'],
  order: ['position', 'name'],
  name: 'name',
  facets: [],
});

export const roomReads: ReadModel<RoomEntity> = readModel(RoomEntity, {
  visible: (viewer, { eventId }) => readable(viewer, eventReads, eventId),
  one: { event: () => eventReads.by('eventId') },
  many: { sessions: () => sessionReads.where('roomId') },
  order: ['name'],
  name: 'name',
});

export const exhibitorReads: ReadModel<ExhibitorEntity> = readModel(ExhibitorEntity, {
  visible: (viewer, { eventId }) => readable(viewer, eventReads, eventId),
  one: {
    event: () => eventReads.by('eventId'),
    organisation: () => organisationReads.by('organisationId'),
  },
  many: { scans: () => exhibitorScanReads.where('exhibitorId') },
  filter: ['organisationId'],
  order: ['stand'],
});
