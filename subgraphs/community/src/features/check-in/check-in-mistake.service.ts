import type { Viewer } from '@lokaal/shared/auth';
import { requireVersion } from '@lokaal/shared/database';
import { type DomainError, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { type DataSource, IsNull, Not } from 'typeorm';
import { CertificateEntity } from '../certificate/certificate.entity.js';
import { EventStatus } from '../event/event.enums.js';
import type { EventTurn } from '../event/event-follower.js';
import { mayManage } from '../registration/colleague.query.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import { SessionSignupEntity } from '../session-signup/session-signup.entity.js';
import type { EventTurnstile } from '../waiting-list/event-turnstile.js';
import type { QueuedEntity } from '../waiting-list/queued.entity.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import type { UndoCheckInInput, UndoSessionCheckInInput } from './check-in.input.js';
import { isAtDoor } from './door.js';
import { undoVisits } from './undo-visits.js';

/** Takes back that somebody was let in. */
export class CheckInMistakeService {
  constructor(
    private readonly db: DataSource,
    private readonly turnstile: EventTurnstile,
  ) {}

  /** Whoever was not at the event was at none of its sessions. Answers with the registration's id. */
  undo(viewer: Viewer, { id, expectedVersion }: UndoCheckInInput): Promise<string> {
    return this.pass(id, { viewer, what: 'Registration' }, async (turn, registration) => {
      await refuseToUndo(turn, registration, { row: registration, expectedVersion });
      const { tx } = turn;
      await undoVisits(turn, await tx.findBy(SessionSignupEntity, { registrationId: id, checkedInAt: Not(IsNull()) }));
      await tx.update(RegistrationEntity, id, { state: RegistrationState.CONFIRMED, checkedInAt: null });
      return id;
    });
  }

  /** The person stays present at the event. Answers with the sign-up's id. */
  async undoAtSession(viewer: Viewer, { id, expectedVersion }: UndoSessionCheckInInput): Promise<string> {
    const known = await this.db.manager.findOneBy(SessionSignupEntity, { id });
    return this.pass(known?.registrationId, { viewer, what: 'Session signup' }, async (turn, registration) => {
      const signup = await turn.tx.findOneByOrFail(SessionSignupEntity, { id });
      await refuseToUndo(turn, registration, { row: signup, expectedVersion });
      await undoVisits(turn, [signup]);
      return id;
    });
  }

  private async pass(registrationId: string | undefined, { viewer, what }: Asked, work: Work): Promise<string> {
    const known = registrationId && (await this.db.manager.findOneBy(RegistrationEntity, { id: registrationId }));
    if (!known || !viewer.personId) throw notFound(what, ['id']);
    return this.turnstile.pass(known.eventId, async (turn) => {
      const registration = await turn.tx.findOneByOrFail(RegistrationEntity, { id: known.id });
      if (await isAtDoor(turn, viewer)) return work(turn, registration);
      throw await refusalOf(turn, registration, { viewer, what });
    });
  }
}

interface Asked {
  readonly viewer: Viewer;
  readonly what: string;
}

type Work = (turn: EventTurn, registration: RegistrationEntity) => Promise<string>;

/** Whoever keeps a registration knows that it is there; for others it does not exist. */
const refusalOf = async (
  turn: EventTurn,
  registration: RegistrationEntity,
  { viewer, what }: Asked,
): Promise<DomainError> =>
  (await mayManage(turn, viewer, registration))
    ? forbidden('Only who checks people in takes that back.')
    : notFound(what, ['id']);

interface Seen {
  readonly row: QueuedEntity;
  readonly expectedVersion: number;
}

async function refuseToUndo({ tx, event }: EventTurn, { id }: RegistrationEntity, { row, expectedVersion }: Seen) {
  requireVersion(row, expectedVersion);
  if (!row.checkedInAt) throw invalidState('This person was not checked in.');
  if (event.status === EventStatus.CANCELLED)
    throw invalidState('The event was called off meanwhile: there is no place to give back.');
  if (await tx.existsBy(CertificateEntity, { registrationId: id, revokedAt: IsNull() }))
    throw invalidState('A certificate was issued for it: revoke that first.');
}
