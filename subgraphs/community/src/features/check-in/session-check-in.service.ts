import type { Viewer } from '@lokaal/shared/auth';
import { invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { isVisible } from '@lokaal/shared/read';
import { type DataSource, In } from 'typeorm';
import { SessionEntity } from '../event-session/session.entity.js';
import { SessionStatus } from '../event-session/session.enums.js';
import { sessionReads } from '../event-session/session.reads.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import { refuseOverlap } from '../session-signup/session-overlap.query.js';
import { sessionPlaces } from '../session-signup/session-places.js';
import { SessionSignupEntity } from '../session-signup/session-signup.entity.js';
import type { EventTurn } from '../event/event-follower.js';
import type { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { standingOf } from '../waiting-list/places.js';
import { live, RegistrationState } from '../waiting-list/registration-state.enums.js';
import { hasPlaceAtDoor, hasPlaceForNewcomer } from '../waiting-list/waiting-list.policy.js';
import type { CheckInAtSessionInput } from './check-in.input.js';
import { checkedIn, type Door, doorsOpen, refusalOfDoor, refusalOfTicket } from './check-in.policy.js';
import { refusalAtEvent, refuseUnlessAtDoor, shownAt } from './door.js';

/** Lets people in at a session: who signed up, and others while there are places. */
export class SessionCheckInService {
  constructor(
    private readonly db: DataSource,
    private readonly turnstile: EventTurnstile,
  ) {}

  /** Answers with the sign-up's id; whoever is seen at a session is at the event as well. */
  async checkIn(viewer: Viewer, { sessionId, ...shown }: CheckInAtSessionInput): Promise<string> {
    const known = await this.db.manager.findOneBy(SessionEntity, { id: sessionId });
    if (!known) throw notFound('Session', ['sessionId']);
    return this.turnstile.pass(known.eventId, async (turn) => {
      const asked = { id: sessionId, viewer, now: turn.now };
      if (!(await isVisible(turn.tx, sessionReads, asked))) throw notFound('Session', ['sessionId']);
      await refuseUnlessAtDoor(turn, viewer);
      const session = await turn.tx.findOneByOrFail(SessionEntity, { id: sessionId });
      if (session.status === SessionStatus.CANCELLED) throw invalidState('This session is cancelled.');
      const door = { now: turn.now, startsAt: session.startsAt, opensBefore: doorsOpen.session };
      const registration = await shownAt(turn, shown);
      const isThere = registration.checkedInAt !== null;
      const refusal = refusalOfDoor(door) ?? (isThere ? undefined : await refusalAtEvent(turn, registration));
      if (refusal) throw invalidState(refusal);
      if (!isThere)
        await turn.tx.update(
          RegistrationEntity,
          registration.id,
          checkedIn({ ...door, startsAt: turn.event.startsAt }),
        );
      return comeIn(turn, { session, door, registrationId: registration.id });
    });
  }
}

interface Visit {
  readonly session: SessionEntity;
  readonly door: Door;
  readonly registrationId: string;
}

async function comeIn(turn: EventTurn, visit: Visit): Promise<string> {
  const { registrationId, session, door } = visit;
  const own = { registrationId, sessionId: session.id, state: In([...live]) };
  const signup = await turn.tx.findOneBy(SessionSignupEntity, own);
  if (!signup) return comeUnannounced(turn, visit);
  const refusal = await refusalAtSession(turn, visit, signup);
  if (refusal) throw invalidState(refusal);
  await turn.tx.update(SessionSignupEntity, signup.id, checkedIn(door));
  return signup.id;
}

/** As at the event: who waits comes in once the session has begun and there is a place. */
async function refusalAtSession(turn: EventTurn, { session, door }: Visit, signup: SessionSignupEntity) {
  if (signup.state !== RegistrationState.WAITLISTED || door.now < door.startsAt) return refusalOfTicket(signup);
  const standing = await standingOf(turn, await sessionPlaces(turn.tx, session, turn.event));
  return hasPlaceAtDoor(standing) ? undefined : 'There is no place left in this session.';
}

async function comeUnannounced(turn: EventTurn, { session, door, registrationId }: Visit): Promise<string> {
  const standing = await standingOf(turn, await sessionPlaces(turn.tx, session, turn.event));
  const hasPlace = door.now < door.startsAt ? hasPlaceForNewcomer : hasPlaceAtDoor;
  if (!hasPlace(standing)) throw invalidState('There is no place left in this session.');
  const arrived = checkedIn(door);
  if (arrived.state === RegistrationState.CONFIRMED) await refuseOverlap(turn, registrationId, session);
  const id = newId('signup');
  const signup = { id, registrationId, sessionId: session.id, arrival: standing.nextArrival, unannounced: true };
  await turn.tx.insert(SessionSignupEntity, { ...signup, ...arrived });
  return id;
}
