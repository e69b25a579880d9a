import type { EditorialKind } from '../editorial/editorial.service.js';
import { PublicationEntity } from './publication.entity.js';

export const publicationKind: EditorialKind<PublicationEntity> = {
  entity: PublicationEntity,
  prefix: 'publication',
  authorOf: 'publicationId',
  missing: ({ body, url }) => (body === null && url === null ? 'body' : undefined),
};
