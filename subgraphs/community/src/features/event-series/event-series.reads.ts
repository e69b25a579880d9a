import { everyone, type ReadModel, readModel } from '@lokaal/shared/read';
import { eventReads } from '../event/event.reads.js';
import { EventSeriesEntity } from './event-series.entity.js';

export const eventSeriesReads: ReadModel<EventSeriesEntity> = readModel(EventSeriesEntity, {
  visible: () => everyone,
  many: { editions: () => eventReads.where<EventSeriesEntity>((event, { code }) => event.series.is(code)) },
  filter: ['code'],
  order: ['position'],
});
