import type { Slice } from '../../slice.js';
import { AuthorEntity } from './author.entity.js';
import { authorReads } from './author.reads.js';

/** What publications, recordings and news have in common. */
export const editorialSlice: Slice = {
  entities: [AuthorEntity],
  models: [authorReads],
  resolvers: () => [],
  personalData: [
    {
      table: 'author',
      of: 'person_id = $1',
      shown: ['name', 'publication_id', 'media_item_id', 'news_item_id'],
      erasure: { set: `person_id = null, name = 'Voormalig lid'` },
    },
  ],
};
