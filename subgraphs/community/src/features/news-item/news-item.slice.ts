import { EditorialService } from '../editorial/editorial.service.js';
import type { Slice } from '../../slice.js';
import { NewsItemEntity } from './news-item.entity.js';
import { newsItemKind } from './news-item.kind.js';
import { newsItemReads } from './news-item.reads.js';
import { NewsItemResolver } from './news-item.resolver.js';

export const newsItemSlice: Slice = {
  entities: [NewsItemEntity],
  models: [newsItemReads],
  resolvers: ({ db, clock }) => [new NewsItemResolver(new EditorialService(db, clock, newsItemKind))],
};
