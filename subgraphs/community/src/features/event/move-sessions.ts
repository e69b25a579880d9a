import type { EntityManager } from 'typeorm';
import { SessionEntity } from '../event-session/session.entity.js';
import type { EventEntity } from './event.entity.js';
import { wallClockShift } from './wall-clock.js';

/** Moves all sessions of an event as much as its begin moved. Rooms are compared once all sessions have their new time. */
export async function moveSessions(tx: EntityManager, before: EventEntity, event: EventEntity): Promise<void> {
  if (before.startsAt.getTime() === event.startsAt.getTime()) return;
  const moved = wallClockShift(before.startsAt, event.startsAt);
  const raised = event.publishedAt === null ? 0 : 1;
  await tx.query('set constraints event_session_room_is_free deferred');
  for (const { id, startsAt, endsAt, sequence } of await tx.findBy(SessionEntity, { eventId: event.id })) {
    const change = { startsAt: moved(startsAt), endsAt: moved(endsAt), sequence: sequence + raised };
    await tx.update(SessionEntity, id, change);
  }
  await tx.query('set constraints event_session_room_is_free immediate');
}
