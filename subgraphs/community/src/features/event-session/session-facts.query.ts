import { badInput, notFound } from '@lokaal/shared/errors';
import { type EntityManager, LessThan, MoreThan, Not } from 'typeorm';
import { TrackKind } from '../event/event.enums.js';
import { RoomEntity } from '../event/room.entity.js';
import { TrackEntity } from '../event/track.entity.js';
import { OrganisationKind } from '../organisation/organisation.enums.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { SessionEntity } from './session.entity.js';
import { SessionStatus } from './session.enums.js';

type Placed = Pick<SessionEntity, 'id' | 'eventId' | 'roomId' | 'startsAt' | 'endsAt'>;

export async function requireTrack(
  tx: EntityManager,
  { trackId: id, eventId }: Pick<SessionEntity, 'trackId' | 'eventId'>,
) {
  if (!(await tx.existsBy(TrackEntity, { id, eventId }))) throw notFound('Track', ['trackId']);
}

export async function requireVendor(tx: EntityManager, id: string | null): Promise<void> {
  if (id === null) return;
  const organisation = await tx.findOneBy(OrganisationEntity, { id });
  if (!organisation) throw notFound('Organisation', ['vendorOrganisationId']);
  if (organisation.kind !== OrganisationKind.COMPANY)
    throw badInput('Only a company gives a session as a vendor.', ['vendorOrganisationId']);
}

/** The room of the same event in which the session is; refused when another session is there at that time. */
export async function freeRoom(tx: EntityManager, { id, eventId, roomId, startsAt, endsAt }: Placed) {
  if (roomId === null) return null;
  const room = await tx.findOneBy(RoomEntity, { id: roomId, eventId });
  if (!room) throw notFound('Room', ['roomId']);
  const other = await tx.findOneBy(SessionEntity, {
    id: Not(id),
    roomId,
    status: SessionStatus.SCHEDULED,
    startsAt: LessThan(endsAt),
    endsAt: MoreThan(startsAt),
  });
  if (other) throw badInput(`In room ${room.name} there is “${other.title}” at that time.`, ['roomId']);
  return room;
}

/** Whether only who was invited, the company that gives it and who keeps the event may know of it. */
export const isPrivate = (tx: EntityManager, { trackId }: Pick<SessionEntity, 'trackId'>): Promise<boolean> =>
  tx.existsBy(TrackEntity, { id: trackId, kind: TrackKind.PRIVATE });
