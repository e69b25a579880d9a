import type { EventTurn } from '../event/event-follower.js';
import { endSignups } from '../session-signup/end-signups.js';
import { promoteInSession, sessionsById } from '../session-signup/session-promotion.js';
import { SessionSignupEntity } from '../session-signup/session-signup.entity.js';
import { changeAll } from '../waiting-list/places.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';

/**
 * Takes back that somebody was seen at sessions. Who had signed up has the place again; who just came in never asked for it,
 * and might be in two sessions at once: that place goes to the next in line.
 */
export async function undoVisits(turn: EventTurn, signups: readonly SessionSignupEntity[]): Promise<void> {
  const kept = signups.filter(({ unannounced }) => !unannounced);
  const back = { state: RegistrationState.CONFIRMED, checkedInAt: null };
  await changeAll(turn, { entity: SessionSignupEntity, rows: kept, change: back });
  const ended = await endSignups(
    turn,
    signups.filter(({ unannounced }) => unannounced),
  );
  const left = ended.map(({ sessionId }) => sessionId);
  for (const session of await sessionsById(turn, left)) await promoteInSession(turn, session);
}
