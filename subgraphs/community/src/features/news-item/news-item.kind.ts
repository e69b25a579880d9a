import type { EditorialKind } from '../editorial/editorial.service.js';
import { NewsItemEntity } from './news-item.entity.js';

export const newsItemKind: EditorialKind<NewsItemEntity> = {
  entity: NewsItemEntity,
  prefix: 'newsitem',
  authorOf: 'newsItemId',
  missing: ({ body }) => (body === null ? 'body' : undefined),
};
