import { allOf, type ReadModel, readModel } from '@lokaal/shared/read';
import { knowledgeCircleReads } from '../knowledge-circle/knowledge-circle.reads.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';

/** One's own, and nobody else's: staff need not know who follows what. */
export const calendarFeedReads: ReadModel<CalendarFeedEntity> = readModel(CalendarFeedEntity, {
  visible: (viewer, row) => allOf(viewer.isSignedIn, row.personId.is(viewer.personId)),
  one: { circle: () => knowledgeCircleReads.by('circleId') },
  order: ['createdAt'],
});
