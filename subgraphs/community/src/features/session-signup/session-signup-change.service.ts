import { type Viewer } from '@lokaal/shared/auth';
import { requireVersion } from '@lokaal/shared/database';
import { forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import type { DataSource } from 'typeorm';
import { SessionEntity } from '../event-session/session.entity.js';
import { mayManage } from '../registration/colleague.query.js';
import { refusalOfAccepting, refusalOfCancelling } from '../registration/registration-change.policy.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import type { EventTurn } from '../event/event-follower.js';
import type { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import { mayAttend } from './session-access.query.js';
import { refuseOverlap } from './session-overlap.query.js';
import { sessionConfirmedMail, sessionLeftMail } from './session-mails.js';
import { promoteInSession } from './session-promotion.js';
import { SessionSignupEntity } from './session-signup.entity.js';
import type {
  AcceptSessionOfferInput,
  CancelSessionSignupInput,
  DeclineSessionOfferInput,
} from './session-signup.input.js';
import { tellInSession } from './tell-in-session.js';

interface Signup {
  readonly signup: SessionSignupEntity;
  readonly session: SessionEntity;
  /** Of whom it is; null once erased. */
  readonly personId: string | null;
}

type Change = (turn: EventTurn, signup: Signup) => Promise<void>;

/** What happens to a sign-up afterwards, by who may change the registration. Methods answer with the sign-up's id. */
export class SessionSignupChangeService {
  constructor(
    private readonly db: DataSource,
    private readonly turnstile: EventTurnstile,
  ) {}

  acceptOffer(viewer: Viewer, input: AcceptSessionOfferInput): Promise<string> {
    return this.change(viewer, input, async (turn, { signup, session, personId }) => {
      const refusal = refusalOfAccepting(signup, turn.now);
      if (refusal) throw invalidState(refusal);
      if (personId !== null && !(await mayAttend(turn, session, personId)))
        throw forbidden('This session is only for who was invited.');
      await refuseOverlap(turn, signup.registrationId, session);
      await update(turn, signup, { state: RegistrationState.CONFIRMED });
      await tellInSession(turn, { session, signups: [signup] }, sessionConfirmedMail);
    });
  }

  declineOffer(viewer: Viewer, input: DeclineSessionOfferInput): Promise<string> {
    return this.change(viewer, input, async (turn, one) => {
      const refusal = refusalOfAccepting(one.signup, turn.now);
      if (refusal) throw invalidState(refusal);
      await cancel(turn, one);
    });
  }

  cancel(viewer: Viewer, input: CancelSessionSignupInput): Promise<string> {
    return this.change(viewer, input, async (turn, one) => {
      const refusal = refusalOfCancelling(one.signup, { now: turn.now, startsAt: one.session.startsAt });
      if (refusal) throw invalidState(refusal);
      await cancel(turn, one);
    });
  }

  private async change(viewer: Viewer, seen: CancelSessionSignupInput, work: Change): Promise<string> {
    const { id, expectedVersion } = seen;
    const known = await this.db.manager.findOneBy(SessionSignupEntity, { id });
    if (!known) throw notFound('Session signup', ['id']);
    const { eventId } = await this.db.manager.findOneByOrFail(SessionEntity, { id: known.sessionId });
    return this.turnstile.pass(eventId, async (turn) => {
      const signup = await turn.tx.findOneByOrFail(SessionSignupEntity, { id });
      const registration = await turn.tx.findOneByOrFail(RegistrationEntity, { id: signup.registrationId });
      if (!(await mayManage(turn, viewer, registration))) throw notFound('Session signup', ['id']);
      requireVersion(signup, expectedVersion);
      const session = await turn.tx.findOneByOrFail(SessionEntity, { id: signup.sessionId });
      await work(turn, { signup, session, personId: registration.personId });
      return id;
    });
  }
}

/** Frees the place for the next in line. */
async function cancel(turn: EventTurn, { signup, session }: Omit<Signup, 'personId'>): Promise<void> {
  await update(turn, signup, { state: RegistrationState.CANCELLED, cancelledAt: turn.now });
  await tellInSession(turn, { session, signups: [signup] }, sessionLeftMail);
  await promoteInSession(turn, session);
}

/** Writes a change; the sign-up is as it was written afterwards. */
async function update(
  { tx }: EventTurn,
  signup: SessionSignupEntity,
  change: Partial<SessionSignupEntity>,
): Promise<void> {
  await tx.update(SessionSignupEntity, signup.id, change);
  Object.assign(signup, change);
}
