import type { Slice, SliceDependencies } from '../../slice.js';
import { EventConditionsService } from './event-conditions.service.js';
import { EventCopyService } from './event-copy.service.js';
import { EventMutationResolver } from './event-mutation.resolver.js';
import { EventParts } from './event-parts.js';
import { EventStatusService } from './event-status.service.js';
import { EventService } from './event.service.js';
import { ExhibitorService } from './exhibitor.service.js';
import { KeptEvents } from './kept-events.js';
import { ProgrammeResolver } from './programme.resolver.js';
import { RoomService } from './room.service.js';
import { TrackService } from './track.service.js';
import { EventPriceEntity } from './event-price.entity.js';
import { EventQuestionEntity } from './event-question.entity.js';
import { EventEntity } from './event.entity.js';
import { eventReads } from './event.reads.js';
import { EventResolver } from './event.resolver.js';
import { ExhibitorEntity } from './exhibitor.entity.js';
import { eventQuestionReads, exhibitorReads, roomReads, trackReads } from './programme.reads.js';
import { RoomEntity } from './room.entity.js';
import { TrackEntity } from './track.entity.js';
import { registrationsFollow } from '../registration/registrations-follow.js';

export const eventSlice: Slice = {
  entities: [EventEntity, EventPriceEntity, EventQuestionEntity, TrackEntity, RoomEntity, ExhibitorEntity],
  models: [eventReads, eventQuestionReads, trackReads, roomReads, exhibitorReads],
  resolvers: (dependencies) => [new EventResolver(), ...mutations(dependencies)],
};

function mutations(dependencies: SliceDependencies): object[] {
  const kept = new KeptEvents(dependencies);
  const parts = new EventParts(kept, dependencies);
  const services = {
    events: new EventService(kept, registrationsFollow),
    copies: new EventCopyService(kept),
    statuses: new EventStatusService(kept, registrationsFollow),
    conditions: new EventConditionsService(kept, registrationsFollow),
  };
  return [
    new EventMutationResolver(services),
    new ProgrammeResolver(
      new TrackService(parts, registrationsFollow),
      new RoomService(parts, registrationsFollow),
      new ExhibitorService(parts),
    ),
  ];
}
