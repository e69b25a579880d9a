import { badInput, type DomainError } from '@lokaal/shared/errors';
import type { EventEntity } from '../event/event.entity.js';
import type { RoomEntity } from '../event/room.entity.js';
import type { SessionEntity } from './session.entity.js';

type Planned = Pick<SessionEntity, 'startsAt' | 'endsAt' | 'capacity'>;

/** What a session must fit into. */
export interface Surroundings {
  readonly event: Pick<EventEntity, 'startsAt' | 'endsAt'>;
  readonly room: Pick<RoomEntity, 'name' | 'capacity'> | null;
  /** What was asked to change, when the session does not fit into its room. */
  readonly asked: 'capacity' | 'roomId';
}

/** Why a session cannot be as it is planned, or undefined when it can. The database refuses the same. */
export function refusalOfSession(
  { startsAt, endsAt, capacity }: Planned,
  { event, room, asked }: Surroundings,
): DomainError | undefined {
  if (endsAt <= startsAt) return badInput('A session ends after it begins.', ['endsAt']);
  if (startsAt < event.startsAt) return badInput('A session begins after its event begins.', ['startsAt']);
  if (endsAt > event.endsAt) return badInput('A session ends before its event ends.', ['endsAt']);
  if (room === null || capacity === null || capacity <= room.capacity) return undefined;
  return badInput(`Room ${room.name} holds ${room.capacity} people.`, [asked]);
}
