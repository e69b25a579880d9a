import { EditorialService } from '../editorial/editorial.service.js';
import type { Slice } from '../../slice.js';
import { MediaItemEntity } from './media-item.entity.js';
import { mediaItemKind } from './media-item.kind.js';
import { mediaItemReads } from './media-item.reads.js';
import { MediaItemResolver } from './media-item.resolver.js';

export const mediaItemSlice: Slice = {
  entities: [MediaItemEntity],
  models: [mediaItemReads],
  resolvers: ({ db, clock }) => [new MediaItemResolver(new EditorialService(db, clock, mediaItemKind))],
};
