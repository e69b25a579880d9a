import { EditorialService } from '../editorial/editorial.service.js';
import type { Slice } from '../../slice.js';
import { PublicationEntity } from './publication.entity.js';
import { publicationKind } from './publication.kind.js';
import { publicationReads } from './publication.reads.js';
import { PublicationResolver } from './publication.resolver.js';

export const publicationSlice: Slice = {
  entities: [PublicationEntity],
  models: [publicationReads],
  resolvers: ({ db, clock }) => [new PublicationResolver(new EditorialService(db, clock, publicationKind))],
};
