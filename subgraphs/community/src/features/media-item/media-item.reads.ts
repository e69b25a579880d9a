import { type ReadModel, readModel } from '@lokaal/shared/read';
import { authorReads } from '../editorial/author.reads.js';
import { computedEditorial, isShown, mayReadAll } from '../editorial/editorial.reads.js';
import { sessionReads } from '../event-session/session.reads.js';
import { eventReads } from '../event/event.reads.js';
import { themesOfRow } from '../theme/theme.reads.js';
import { MediaItemEntity } from './media-item.entity.js';

export const mediaItemReads: ReadModel<MediaItemEntity> = readModel(MediaItemEntity, {
  visible: isShown,
  restricted: { url: mayReadAll },
  one: { event: () => eventReads.by('eventId'), session: () => sessionReads.by('sessionId') },
  many: { authors: () => authorReads.where('mediaItemId'), themes: themesOfRow },
  computed: computedEditorial,
  filter: ['kind', 'themeSlugs', 'access', 'status', 'publishedOn', 'eventId', 'sessionId'],
  order: ['publishedOn', 'title'],
  latestFirst: true,
  search: 'title',
});
