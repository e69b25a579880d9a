import type { EventTurn } from '../event/event-follower.js';
import { SessionStatus } from '../event-session/session.enums.js';
import { endSignups } from '../session-signup/end-signups.js';
import { promoteInSession, sessionsById } from '../session-signup/session-promotion.js';
import { SessionSignupEntity } from '../session-signup/session-signup.entity.js';
import { changeAll } from '../waiting-list/places.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';

/**
 * Takes back that somebody was seen at sessions. Who had signed up has the place again, unless the session was called off; who
 * just came in never asked for it, and might be in two sessions at once: that place goes to the next in line.
 */
export async function undoVisits(turn: EventTurn, signups: readonly SessionSignupEntity[]): Promise<void> {
  const sessions = await sessionsById(
    turn,
    signups.map(({ sessionId }) => sessionId),
  );
  const held = new Set(sessions.filter(({ status }) => status === SessionStatus.SCHEDULED).map(({ id }) => id));
  const isKept = ({ unannounced, sessionId }: SessionSignupEntity): boolean => !unannounced && held.has(sessionId);
  const back = { state: RegistrationState.CONFIRMED, checkedInAt: null };
  await changeAll(turn, { entity: SessionSignupEntity, rows: signups.filter(isKept), change: back });
  await endSignups(
    turn,
    signups.filter((one) => !isKept(one)),
  );
  for (const session of sessions) await promoteInSession(turn, session);
}
