import { type ReadModel, readModel } from '@lokaal/shared/read';
import { authorReads } from '../editorial/author.reads.js';
import { computedEditorial, isShown, mayReadAll } from '../editorial/editorial.reads.js';
import { isOfMember } from '../editorial/is-of-member.js';
import { themesOfRow } from '../theme/theme.reads.js';
import { NewsItemEntity } from './news-item.entity.js';

export const newsItemReads: ReadModel<NewsItemEntity> = readModel(NewsItemEntity, {
  visible: isShown,
  restricted: { body: mayReadAll },
  many: { authors: () => authorReads.where('newsItemId'), themes: themesOfRow },
  computed: computedEditorial,
  filter: ['themeSlugs', 'access', 'status', 'publishedOn'],
  order: ['publishedOn', 'title'],
  latestFirst: true,
  search: 'title',
  searchRestricted: isOfMember,
});
