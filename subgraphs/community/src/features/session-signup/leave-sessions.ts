import { In } from 'typeorm';
import type { EventTurn } from '../event/event-follower.js';
import { expected, holding } from '../waiting-list/registration-state.enums.js';
import { endSignups } from './end-signups.js';
import { promoteInSession, sessionsById } from './session-promotion.js';
import { SessionSignupEntity } from './session-signup.entity.js';

/**
 * Whoever gives up a place at an event gives up its sessions too; those places go to the next in line. Answers with the
 * sign-ups that had a place: they are in a calendar.
 */
export async function leaveSessions(
  turn: EventTurn,
  registrationIds: readonly string[],
): Promise<SessionSignupEntity[]> {
  if (registrationIds.length === 0) return [];
  const rows = await turn.tx.findBy(SessionSignupEntity, {
    registrationId: In([...registrationIds]),
    state: In([...expected]),
  });
  const placed = rows.filter(({ state }) => holding.includes(state));
  await endSignups(turn, rows);
  const left = [...new Set(rows.map(({ sessionId }) => sessionId))];
  for (const session of left.length > 0 ? await sessionsById(turn, left) : []) await promoteInSession(turn, session);
  return placed;
}
