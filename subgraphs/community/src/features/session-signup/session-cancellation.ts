import { In } from 'typeorm';
import type { SessionEntity } from '../event-session/session.entity.js';
import type { EventTurn } from '../waiting-list/event-turnstile.js';
import { changeAll } from '../waiting-list/places.js';
import { expected, RegistrationState } from '../waiting-list/registration-state.enums.js';
import { sessionCancelledMail } from './session-mails.js';
import { tellInSession } from './session-promotion.js';
import { SessionSignupEntity } from './session-signup.entity.js';

/** Ends all sign-ups for a session that was just cancelled, and tells each person once. */
export async function cancelSignups(turn: EventTurn, session: SessionEntity): Promise<void> {
  const wanted = { sessionId: session.id, state: In([...expected]) };
  const rows = await turn.tx.find(SessionSignupEntity, { where: wanted, order: { id: 'ASC' } });
  const change = { state: RegistrationState.CANCELLED, cancelledAt: turn.now, checkedInAt: null };
  const signups = await changeAll(turn, { entity: SessionSignupEntity, rows, change });
  await tellInSession(turn, { session, signups }, sessionCancelledMail);
}
