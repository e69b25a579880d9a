import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { badInput, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import type { EventTurn } from '../event/event-follower.js';
import { EventStatus } from '../event/event.enums.js';
import { coordinatesCircle } from '../knowledge-circle/knowledge-circle.query.js';
import { eventPlaces } from '../registration/event-places.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import { readTicketCode } from '../registration/ticket-code.js';
import { standingOf } from '../waiting-list/places.js';
import { hasPlaceAtDoor } from '../waiting-list/waiting-list.policy.js';
import { refusalOfTicket, waitsAtDoor } from './check-in.policy.js';

/** Staff, and at a meeting of a knowledge circle its coordinators. */
export async function isAtDoor({ tx, event, now }: EventTurn, viewer: Viewer): Promise<boolean> {
  if (isStaff(viewer)) return true;
  const { circleId } = event;
  return circleId !== null && coordinatesCircle(tx, viewer, { circleId, now });
}

/** Throws a DomainError for whoever lets nobody in, and for an event to which nobody comes: unless it has one of the statuses. */
export async function refuseUnlessAtDoor(
  turn: EventTurn,
  viewer: Viewer,
  statuses: readonly EventStatus[] = [EventStatus.PUBLISHED],
): Promise<void> {
  const { status } = turn.event;
  if (!(await isAtDoor(turn, viewer))) {
    if (status === EventStatus.DRAFT) throw notFound('Event', ['eventId']);
    throw forbidden('Only staff, and the coordinators at a meeting of their circle, say who is there.');
  }
  if (!statuses.includes(status)) throw invalidState(`Nobody comes to an event that is ${status}.`);
}

/** How somebody at the door is known: by the ticket, or by name in the list. */
interface Shown {
  readonly ticketCode?: string | null;
  readonly registrationId?: string | null;
}

/** The registration of this event, and no other, that is meant. Throws a DomainError. */
export async function shownAt(
  { tx, event }: EventTurn,
  { ticketCode, registrationId }: Shown,
): Promise<RegistrationEntity> {
  if ((ticketCode == null) === (registrationId == null))
    throw badInput('Give the ticket code or the registration: one of both.', ['ticketCode']);
  const wanted = ticketCode == null ? { id: registrationId! } : { ticketCode: readTicketCode(ticketCode)! };
  const registration = await tx.findOneBy(RegistrationEntity, { ...wanted, eventId: event.id });
  if (registration) return registration;
  if (ticketCode == null) throw notFound('A registration for this event', ['registrationId']);
  throw notFound('A ticket of this event with this code', ['ticketCode']);
}

/** Why a ticket lets nobody in. Who waits comes in once the event has begun and there is a place: none is offered any more. */
export async function refusalAtEvent(turn: EventTurn, registration: RegistrationEntity): Promise<string | undefined> {
  const { event, now } = turn;
  if (!waitsAtDoor(registration, { now, startsAt: event.startsAt })) return refusalOfTicket(registration);
  const standing = await standingOf(turn, eventPlaces(event, registration.mode));
  return hasPlaceAtDoor(standing) ? undefined : 'This ticket is on the waiting list, and there is no place left.';
}
