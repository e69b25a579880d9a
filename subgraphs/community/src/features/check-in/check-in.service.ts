import type { Viewer } from '@lokaal/shared/auth';
import { requireVersion } from '@lokaal/shared/database';
import { type DomainError, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { type DataSource, IsNull } from 'typeorm';
import { CertificateEntity } from '../certificate/certificate.entity.js';
import { mayManage } from '../registration/colleague.query.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import type { EventTurnstile } from '../waiting-list/event-turnstile.js';
import type { Turn } from '../waiting-list/places.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import type { CheckInInput, UndoCheckInInput } from './check-in.input.js';
import { checkedIn, doorsOpen, refusalOfDoor } from './check-in.policy.js';
import { isAtDoor, refusalAtEvent, refuseUnlessAtDoor, shownAt } from './door.js';

/** Lets people in at an event. */
export class CheckInService {
  constructor(
    private readonly db: DataSource,
    private readonly turnstile: EventTurnstile,
  ) {}

  /** Answers with the registration's id. */
  checkIn(viewer: Viewer, { eventId, ...shown }: CheckInInput): Promise<string> {
    return this.turnstile.pass(eventId, async (turn) => {
      await refuseUnlessAtDoor(turn, viewer);
      const door = { now: turn.now, startsAt: turn.event.startsAt, opensBefore: doorsOpen.event };
      const registration = await shownAt(turn, shown);
      const refusal = refusalOfDoor(door) ?? (await refusalAtEvent(turn, registration));
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
      const registration = await turn.tx.findOneByOrFail(RegistrationEntity, { id });
      if (!(await isAtDoor(turn, viewer))) throw await refusalOfUndoing(turn, viewer, registration);
      requireVersion(registration, expectedVersion);
      if (!registration.checkedInAt) throw invalidState('This person was not checked in.');
      if (await turn.tx.existsBy(CertificateEntity, { registrationId: id, revokedAt: IsNull() }))
        throw invalidState('A certificate was issued for it: revoke that first.');
      await turn.tx.update(RegistrationEntity, id, { state: RegistrationState.CONFIRMED, checkedInAt: null });
      return id;
    });
  }
}

/** Whoever keeps a registration knows that it is there; for others it does not exist. */
const refusalOfUndoing = async (turn: Turn, viewer: Viewer, registration: RegistrationEntity): Promise<DomainError> =>
  (await mayManage(turn, viewer, registration))
    ? forbidden('Only who checks people in takes that back.')
    : notFound('Registration', ['id']);
