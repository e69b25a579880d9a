import type { Slice } from '../../slice.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';
import { calendarFeedReads } from './calendar-feed.reads.js';
import { CalendarFeedResolver } from './calendar-feed.resolver.js';
import { CalendarFeedService } from './calendar-feed.service.js';
import { calendarRoutes } from './calendar.documents.js';

export const calendarSlice: Slice = {
  entities: [CalendarFeedEntity],
  models: [calendarFeedReads],
  resolvers: (on) => [new CalendarFeedResolver(new CalendarFeedService(on))],
  documents: calendarRoutes,
  personalData: [
    {
      table: 'calendar_feed',
      of: 'person_id = $1',
      shown: ['id', 'kind', 'circle_id', 'created_at'],
      // what follows nobody shows nothing: its address dies with it
      erasure: 'delete',
    },
  ],
};
