import type { Slice } from '../../slice.js';
import { EventPriceEntity } from './event-price.entity.js';
import { EventQuestionEntity } from './event-question.entity.js';
import { EventEntity } from './event.entity.js';
import { ExhibitorEntity } from './exhibitor.entity.js';
import { RoomEntity } from './room.entity.js';
import { TrackEntity } from './track.entity.js';

export const eventSlice: Slice = {
  entities: [EventEntity, EventPriceEntity, EventQuestionEntity, TrackEntity, RoomEntity, ExhibitorEntity],
  models: [],
  resolvers: () => [],
};
