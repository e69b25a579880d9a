import { In } from 'typeorm';
import type { EventTurn } from '../event/event-follower.js';
import type { SessionEntity } from '../event-session/session.entity.js';
import { isPrivate } from '../event-session/session-facts.query.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import { expected, RegistrationState } from '../waiting-list/registration-state.enums.js';
import { endSignups } from './end-signups.js';
import { whoMayAttend } from './session-access.query.js';
import { sessionClosedMail, sessionOpenedMail } from './session-access-mails.js';
import { SessionSignupEntity } from './session-signup.entity.js';
import { tellInSession } from './tell-in-session.js';

const { WAITLISTED, OFFERED } = RegistrationState;

/**
 * A session that has not begun keeps nobody in its list who may no longer attend it, and nobody who need not wait for it. They
 * are told; whoever calls this offers the places that come free.
 */
export async function clearSignups(turn: EventTurn, session: SessionEntity): Promise<void> {
  if (turn.now >= session.startsAt) return;
  if (await isPrivate(turn.tx, session)) {
    const outsiders = await outsidersOf(turn, session);
    await tellInSession(turn, { session, signups: await endSignups(turn, outsiders) }, sessionClosedMail);
  }
  if (session.signupRequired) return;
  const waiting = await turn.tx.findBy(SessionSignupEntity, {
    sessionId: session.id,
    state: In([WAITLISTED, OFFERED]),
  });
  await tellInSession(turn, { session, signups: await endSignups(turn, waiting) }, sessionOpenedMail);
}

async function outsidersOf(turn: EventTurn, session: SessionEntity): Promise<SessionSignupEntity[]> {
  const { tx } = turn;
  const signups = await tx.findBy(SessionSignupEntity, { sessionId: session.id, state: In([...expected]) });
  const registrations = await tx.findBy(RegistrationEntity, { id: In(signups.map((one) => one.registrationId)) });
  const people = new Map(registrations.flatMap(({ id, personId }) => (personId === null ? [] : [[id, personId]])));
  const allowed = await whoMayAttend(turn, session, [...people.values()]);
  return signups.filter(({ registrationId }) => {
    const personId = people.get(registrationId);
    return personId !== undefined && !allowed.has(personId);
  });
}
