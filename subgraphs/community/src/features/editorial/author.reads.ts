import { anyOf, readable, type ReadModel, readModel } from '@lokaal/shared/read';
import { mediaItemReads } from '../media-item/media-item.reads.js';
import { newsItemReads } from '../news-item/news-item.reads.js';
import { personReads } from '../person/person.reads.js';
import { publicationReads } from '../publication/publication.reads.js';
import { AuthorEntity } from './author.entity.js';

/** Seen by who sees what it is the author of. */
export const authorReads: ReadModel<AuthorEntity> = readModel(AuthorEntity, {
  visible: (viewer, row) =>
    anyOf(
      readable(viewer, publicationReads, row.publicationId),
      readable(viewer, mediaItemReads, row.mediaItemId),
      readable(viewer, newsItemReads, row.newsItemId),
    ),
  one: { person: () => personReads.by('personId') },
  order: ['position'],
});
