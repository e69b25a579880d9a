import type { Slice } from '../../slice.js';
import { EventSeriesEntity } from './event-series.entity.js';
import { eventSeriesReads } from './event-series.reads.js';
import { EventSeriesResolver } from './event-series.resolver.js';

export const eventSeriesSlice: Slice = {
  entities: [EventSeriesEntity],
  models: [eventSeriesReads],
  resolvers: () => [new EventSeriesResolver()],
};
