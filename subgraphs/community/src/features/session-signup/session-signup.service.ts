import type { Viewer } from '@lokaal/shared/auth';
import { idempotent } from '@lokaal/shared/database';
import { DomainError, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { type DataSource, In } from 'typeorm';
import { SessionEntity } from '../event-session/session.entity.js';
import { EventStatus } from '../event/event.enums.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import type { EventTurn } from '../event/event-follower.js';
import type { EventTurnstile, InLine } from '../waiting-list/event-turnstile.js';
import { standingOf } from '../waiting-list/places.js';
import { live, RegistrationState, takingPart } from '../waiting-list/registration-state.enums.js';
import { hasPlaceForNewcomer } from '../waiting-list/waiting-list.policy.js';
import { mayAttend } from './session-access.query.js';
import { refuseOverlap } from './session-overlap.query.js';
import { sessionPlaces } from './session-places.js';
import { SessionSignupEntity } from './session-signup.entity.js';
import type { SignUpForSessionInput } from './session-signup.input.js';
import { sessionConfirmedMail, sessionWaitingMail } from './session-mails.js';
import { refusalOfSession } from './session-signup.policy.js';
import { tellInSession } from './tell-in-session.js';

/** Signs participants up for sessions, as long as there are places; the others wait in order of arrival. */
export class SessionSignupService {
  constructor(
    private readonly db: DataSource,
    private readonly turnstile: EventTurnstile,
  ) {}

  /** Answers with the sign-up's id. */
  async signUp({ viewer, signal }: InLine, { idempotencyKey: key, ...input }: SignUpForSessionInput): Promise<string> {
    const known = await this.db.manager.findOneBy(SessionEntity, { id: input.sessionId });
    if (!known) throw notFound('Session', ['sessionId']);
    const work = (turn: EventTurn): Promise<string> => {
      const call = { personId: viewer.personId!, key, mutation: 'signUpForSession', input, now: turn.now };
      return idempotent(turn.tx, call, () => signUp(turn, viewer, input.sessionId));
    };
    return this.turnstile.pass(known.eventId, work, signal);
  }
}

async function signUp(turn: EventTurn, viewer: Viewer, sessionId: string): Promise<string> {
  const session = await turn.tx.findOneBy(SessionEntity, { id: sessionId });
  if (!session || turn.event.status === EventStatus.DRAFT || !(await mayAttend(turn, session, viewer.personId!)))
    throw notFound('Session', ['sessionId']);
  const refusal = refusalOfSession(session, turn.now);
  if (refusal) throw invalidState(refusal);
  const registration = await participant(turn, viewer.personId!);
  const already = { sessionId, registrationId: registration.id, state: In([...live]) };
  if (await turn.tx.existsBy(SessionSignupEntity, already))
    throw new DomainError('ALREADY_EXISTS', 'You signed up for this session already.');
  return write(turn, registration, session);
}

/** The registration of who has a place at the event. */
async function participant({ tx, event }: EventTurn, personId: string): Promise<RegistrationEntity> {
  const own = { eventId: event.id, personId, state: In([...takingPart]) };
  const registration = await tx.findOneBy(RegistrationEntity, own);
  if (!registration)
    throw invalidState('Register for the event first: sessions are for who has a confirmed place at it.');
  return registration;
}

async function write(turn: EventTurn, registration: RegistrationEntity, session: SessionEntity): Promise<string> {
  const standing = await standingOf(turn, await sessionPlaces(turn.tx, session, turn.event));
  const hasPlace = hasPlaceForNewcomer(standing);
  if (hasPlace) await refuseOverlap(turn, registration.id, session);
  const signup = turn.tx.create(SessionSignupEntity, {
    id: newId('signup'),
    registrationId: registration.id,
    sessionId: session.id,
    state: hasPlace ? RegistrationState.CONFIRMED : RegistrationState.WAITLISTED,
    arrival: standing.nextArrival,
  });
  await turn.tx.insert(SessionSignupEntity, signup);
  const mail = hasPlace ? sessionConfirmedMail : sessionWaitingMail(standing.waiting + 1);
  await tellInSession(turn, { session, signups: [signup] }, mail);
  return signup.id;
}
