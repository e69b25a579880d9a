import type { EntityManager } from 'typeorm';
import { SessionEntity } from '../event-session/session.entity.js';
import type { EventEntity } from '../event/event.entity.js';
import { RoomEntity } from '../event/room.entity.js';
import type { Places } from '../waiting-list/places.js';
import { SessionSignupEntity } from './session-signup.entity.js';

/** The places of a session: its own number, else that of its room. */
export async function sessionPlaces(
  tx: EntityManager,
  session: SessionEntity,
  { offerHours }: EventEntity,
): Promise<Places<SessionSignupEntity>> {
  const room = session.roomId === null ? null : await tx.findOneBy(RoomEntity, { id: session.roomId });
  return {
    entity: SessionSignupEntity,
    where: { sessionId: session.id },
    capacity: session.capacity ?? room?.capacity ?? null,
    startsAt: session.startsAt,
    offerHours,
  };
}
