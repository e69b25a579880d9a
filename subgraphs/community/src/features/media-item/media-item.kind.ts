import { badInput, notFound } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { EditorialKind } from '../editorial/editorial.service.js';
import { SessionEntity } from '../event-session/session.entity.js';
import { EventEntity } from '../event/event.entity.js';
import { MediaItemEntity } from './media-item.entity.js';

export const mediaItemKind: EditorialKind<MediaItemEntity> = {
  entity: MediaItemEntity,
  prefix: 'mediaitem',
  authorOf: 'mediaItemId',
  completed: withEvent,
  missing: ({ url }) => (url === null ? 'url' : undefined),
};

/** The recording of a session is one of its event. */
async function withEvent(
  tx: EntityManager,
  { eventId, sessionId }: Partial<MediaItemEntity>,
): Promise<Partial<MediaItemEntity>> {
  if (eventId && !(await tx.existsBy(EventEntity, { id: eventId }))) throw notFound('Event', ['eventId']);
  if (!sessionId) return {};
  const session = await tx.findOneBy(SessionEntity, { id: sessionId });
  if (!session) throw notFound('Session', ['sessionId']);
  if (eventId && eventId !== session.eventId) throw badInput('This session is of another event.', ['sessionId']);
  return { eventId: session.eventId };
}
