import { allOf, readable, type ReadModel, readModel } from '@lokaal/shared/read';
import { eventReads, keepsEvent } from '../event/event.reads.js';
import { personReads } from '../person/person.reads.js';
import { EventMessageEntity } from './event-message.entity.js';

export const eventMessageReads: ReadModel<EventMessageEntity> = readModel(EventMessageEntity, {
  visible: (viewer, { eventId }) => allOf(readable(viewer, eventReads, eventId), keepsEvent(viewer, eventId)),
  one: { event: () => eventReads.by('eventId'), sentBy: () => personReads.by('sentById') },
  order: ['sentAt'],
  latestFirst: true,
});
