import type { Slice } from '../../slice.js';
import { EventPriceEntity } from './event-price.entity.js';
import { EventQuestionEntity } from './event-question.entity.js';
import { EventEntity } from './event.entity.js';
import { eventReads } from './event.reads.js';
import { EventResolver } from './event.resolver.js';
import { ExhibitorEntity } from './exhibitor.entity.js';
import { eventQuestionReads, exhibitorReads, roomReads, trackReads } from './programme.reads.js';
import { RoomEntity } from './room.entity.js';
import { TrackEntity } from './track.entity.js';

export const eventSlice: Slice = {
  entities: [EventEntity, EventPriceEntity, EventQuestionEntity, TrackEntity, RoomEntity, ExhibitorEntity],
  models: [eventReads, eventQuestionReads, trackReads, roomReads, exhibitorReads],
  resolvers: () => [new EventResolver()],
};
