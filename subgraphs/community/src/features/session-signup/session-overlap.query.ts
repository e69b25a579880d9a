import { invalidState } from '@lokaal/shared/errors';
import { In } from 'typeorm';
import { SessionEntity } from '../event-session/session.entity.js';
import { SessionStatus } from '../event-session/session.enums.js';
import type { EventTurn } from '../event/event-follower.js';
import { SessionSignupEntity } from './session-signup.entity.js';
import { overlaps } from './session-signup.policy.js';
import { takingPart } from '../waiting-list/registration-state.enums.js';

/** Refuses a place in a session while the person takes part in another one at the same time. Throws a DomainError. */
export async function refuseOverlap({ tx }: EventTurn, registrationId: string, session: SessionEntity): Promise<void> {
  const own = await tx.findBy(SessionSignupEntity, { registrationId, state: In([...takingPart]) });
  const sessions = await tx.findBy(SessionEntity, {
    id: In(own.map(({ sessionId }) => sessionId)),
    status: SessionStatus.SCHEDULED,
  });
  const other = sessions.find((one) => one.id !== session.id && overlaps(one, session));
  if (other) throw invalidState(`You take part in “${other.title}” at that time: cancel that sign-up first.`);
}
