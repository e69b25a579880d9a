import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { requireVersion } from '@lokaal/shared/database';
import { forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { type DataSource, IsNull } from 'typeorm';
import { CertificateEntity } from '../certificate/certificate.entity.js';
import { EventStatus } from '../event/event.enums.js';
import { coordinatesCircle } from '../knowledge-circle/knowledge-circle.query.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import type { EventTurn } from '../event/event-follower.js';
import type { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import type { CheckInInput, UndoCheckInInput } from './check-in.input.js';
import { checkedIn, doorsOpen, refusalOfDoor, refusalOfTicket } from './check-in.policy.js';

/** Lets people in at an event. */
export class CheckInService {
  constructor(
    private readonly db: DataSource,
    private readonly turnstile: EventTurnstile,
  ) {}

  /** Answers with the registration's id. */
  checkIn(viewer: Viewer, { eventId, ticketCode }: CheckInInput): Promise<string> {
    return this.turnstile.pass(eventId, async (turn) => {
      await refuseUnlessAtDoor(turn, viewer);
      const door = { now: turn.now, startsAt: turn.event.startsAt, opensBefore: doorsOpen.event };
      const registration = await ticketAt(turn, ticketCode);
      const refusal = refusalOfDoor(door) ?? refusalOfTicket(registration);
      if (refusal) throw invalidState(refusal);
      await turn.tx.update(RegistrationEntity, registration.id, checkedIn(door));
      return registration.id;
    });
  }

  /** Answers with the registration's id. */
  async undo(viewer: Viewer, { id, expectedVersion }: UndoCheckInInput): Promise<string> {
    const known = await this.db.manager.findOneBy(RegistrationEntity, { id });
    if (!known || !viewer.personId) throw notFound('Registration', ['id']);
    return this.turnstile.pass(known.eventId, async (turn) => {
      if (!(await isAtDoor(turn, viewer))) throw notFound('Registration', ['id']);
      const registration = await turn.tx.findOneByOrFail(RegistrationEntity, { id });
      requireVersion(registration, expectedVersion);
      if (!registration.checkedInAt) throw invalidState('This person was not checked in.');
      if (await turn.tx.existsBy(CertificateEntity, { registrationId: id, revokedAt: IsNull() }))
        throw invalidState('A certificate was issued for it: revoke that first.');
      await turn.tx.update(RegistrationEntity, id, { state: RegistrationState.CONFIRMED, checkedInAt: null });
      return id;
    });
  }
}

/** Staff, and at a meeting of a knowledge circle its coordinators. */
async function isAtDoor({ tx, event }: EventTurn, viewer: Viewer): Promise<boolean> {
  if (isStaff(viewer)) return true;
  const { circleId } = event;
  return circleId !== null && coordinatesCircle(tx, viewer, circleId);
}

/** Throws a DomainError for whoever lets nobody in, and for an event to which nobody comes. */
export async function refuseUnlessAtDoor(turn: EventTurn, viewer: Viewer): Promise<void> {
  const { status } = turn.event;
  if (!(await isAtDoor(turn, viewer))) {
    if (status === EventStatus.DRAFT) throw notFound('Event', ['eventId']);
    throw forbidden('Only staff, and the coordinators at a meeting of their circle, check people in.');
  }
  if (status !== EventStatus.PUBLISHED) throw invalidState(`Nobody comes to an event that is ${status}.`);
}

/** The registration with this code, of this event and no other. Throws a DomainError NOT_FOUND. */
export async function ticketAt({ tx, event }: EventTurn, ticketCode: string): Promise<RegistrationEntity> {
  const registration = await tx.findOneBy(RegistrationEntity, { ticketCode, eventId: event.id });
  if (!registration) throw notFound('A ticket of this event with this code', ['ticketCode']);
  return registration;
}
