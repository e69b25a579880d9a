import { type ReadModel, readModel } from '@lokaal/shared/read';
import { authorReads } from '../editorial/author.reads.js';
import { computedEditorial, isShown, mayReadAll } from '../editorial/editorial.reads.js';
import { isOfMember } from '../editorial/is-of-member.js';
import { themesOfRow } from '../theme/theme.reads.js';
import { PublicationEntity } from './publication.entity.js';

export const publicationReads: ReadModel<PublicationEntity> = readModel(PublicationEntity, {
  visible: isShown,
  restricted: { body: mayReadAll, url: mayReadAll },
  many: { authors: () => authorReads.where('publicationId'), themes: themesOfRow },
  computed: computedEditorial,
  filter: ['themeSlugs', 'access', 'status', 'publishedOn'],
  order: ['publishedOn', 'title'],
  latestFirst: true,
  search: 'title',
  searchRestricted: isOfMember,
});
