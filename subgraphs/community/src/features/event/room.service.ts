import type { Viewer } from '@lokaal/shared/auth';
import { badInput, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { MoreThan } from 'typeorm';
import { SessionEntity } from '../event-session/session.entity.js';
import { SessionStatus } from '../event-session/session.enums.js';
import type { EventFollower, EventTurn } from './event-follower.js';
import { type EventParts, type PartKind, requireFree } from './event-parts.js';
import type { AddRoomInput, RemoveRoomInput, UpdateRoomInput } from './programme.input.js';
import { RoomEntity } from './room.entity.js';

const kind: PartKind<RoomEntity> = { entity: RoomEntity, what: 'Room' };
const status = SessionStatus.SCHEDULED;

export class RoomService {
  constructor(
    private readonly parts: EventParts,
    private readonly follower: EventFollower,
  ) {}

  /** Answers with the room's id. */
  add(viewer: Viewer, input: AddRoomInput): Promise<string> {
    return this.parts.add(viewer, { mutation: 'addRoom', input }, async ({ tx }) => {
      const { eventId, name, capacity } = input;
      const room = { id: newId('room'), eventId, name };
      await requireFree(tx, kind, room);
      await tx.insert(RoomEntity, { ...room, capacity });
      return room.id;
    });
  }

  update(viewer: Viewer, input: UpdateRoomInput): Promise<string> {
    return this.parts.change({ viewer, input, kind }, async (turn, room) => {
      const { name = room.name, capacity = room.capacity } = input;
      await requireFree(turn.tx, kind, { id: room.id, eventId: room.eventId, name });
      const session = await turn.tx.findOneBy(SessionEntity, { roomId: room.id, status, capacity: MoreThan(capacity) });
      if (session) throw badInput(`The session “${session.title}” has ${session.capacity} places there.`, ['capacity']);
      await turn.tx.update(RoomEntity, room.id, { name, capacity });
      if (capacity !== room.capacity) await this.tellSessions(turn, room);
      return room.id;
    });
  }

  /** Answers with the event's id. */
  remove(viewer: Viewer, input: RemoveRoomInput): Promise<string> {
    return this.parts.change({ viewer, input, kind }, async ({ tx }, { id, eventId }) => {
      if (await tx.existsBy(SessionEntity, { roomId: id }))
        throw invalidState('There are sessions in this room: move them first.');
      await tx.delete(RoomEntity, id);
      return eventId;
    });
  }

  /** Sessions without a capacity of their own have as many places as their room. */
  private async tellSessions(turn: EventTurn, { id }: RoomEntity): Promise<void> {
    for (const session of await turn.tx.findBy(SessionEntity, { roomId: id, status }))
      await this.follower.sessionChanged(turn, session, session);
  }
}
