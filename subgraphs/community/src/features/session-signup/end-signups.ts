import type { EventTurn } from '../event/event-follower.js';
import { changeAll } from '../waiting-list/places.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import { SessionSignupEntity } from './session-signup.entity.js';

/** Ends sign-ups. Answers with them as they are now; each person is to be told, and the places are free. */
export const endSignups = (turn: EventTurn, rows: readonly SessionSignupEntity[]): Promise<SessionSignupEntity[]> =>
  changeAll(turn, {
    entity: SessionSignupEntity,
    rows,
    change: { state: RegistrationState.CANCELLED, cancelledAt: turn.now, checkedInAt: null },
  });
