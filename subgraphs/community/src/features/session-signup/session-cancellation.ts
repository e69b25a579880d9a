import { In } from 'typeorm';
import type { SessionEntity } from '../event-session/session.entity.js';
import type { EventTurn } from '../event/event-follower.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import { changeAll } from '../waiting-list/places.js';
import { expected, RegistrationState } from '../waiting-list/registration-state.enums.js';
import { invitationWithdrawnMail, sessionCancelledMail } from './session-mails.js';
import { promoteInSession, tellInSession } from './session-promotion.js';
import { SessionSignupEntity } from './session-signup.entity.js';

/** Ends all sign-ups for a session that was just cancelled, and tells each person once. */
export async function cancelSignups(turn: EventTurn, session: SessionEntity): Promise<void> {
  const wanted = { sessionId: session.id, state: In([...expected]) };
  const rows = await turn.tx.find(SessionSignupEntity, { where: wanted, order: { id: 'ASC' } });
  await tellInSession(turn, { session, signups: await endSignups(turn, rows) }, sessionCancelledMail);
}

/** Ends the sign-up of somebody whose invitation for a private session was withdrawn; the place goes to the next in line. */
export async function endInvitation(turn: EventTurn, session: SessionEntity, personId: string): Promise<void> {
  const rows = await turn.tx
    .createQueryBuilder(SessionSignupEntity, 'signup')
    .innerJoin(RegistrationEntity, 'registration', 'registration.id = signup.registrationId')
    .where({ sessionId: session.id, state: In([...expected]) })
    .andWhere('registration.personId = :personId', { personId })
    .getMany();
  await tellInSession(turn, { session, signups: await endSignups(turn, rows) }, invitationWithdrawnMail);
  await promoteInSession(turn, session);
}

export const endSignups = (turn: EventTurn, rows: readonly SessionSignupEntity[]): Promise<SessionSignupEntity[]> =>
  changeAll(turn, {
    entity: SessionSignupEntity,
    rows,
    change: { state: RegistrationState.CANCELLED, cancelledAt: turn.now, checkedInAt: null },
  });
