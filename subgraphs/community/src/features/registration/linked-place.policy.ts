import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import { refusalOfAccepting, refusalOfCancelling } from './registration-change.policy.js';
import type { LinkedPage } from './registration-links.js';
import type { RegistrationEntity } from './registration.entity.js';

/** How far a place at an event or in a session is. */
export interface PlaceState extends Pick<RegistrationEntity, 'state' | 'checkedInAt' | 'offerExpiresAt'> {
  readonly startsAt: Date;
  /** Whether the event, or the session, was cancelled. */
  readonly isCalledOff: boolean;
}

/** Why there is nothing to do any more. */
export type Obstacle = 'calledOff' | 'cancelled' | 'begun' | 'expired' | 'confirmed' | 'waiting';

/** Why a page has nothing to ask; undefined while it has. */
export function obstacleTo(page: LinkedPage, place: PlaceState, now: Date): Obstacle | undefined {
  if (place.isCalledOff) return 'calledOff';
  const { startsAt } = place;
  const refusal = page === 'offer' ? refusalOfAccepting(place, now) : refusalOfCancelling(place, { now, startsAt });
  return refusal === undefined ? undefined : obstacleIn(place, now);
}

function obstacleIn({ state, checkedInAt, startsAt }: PlaceState, now: Date): Obstacle {
  if (state === RegistrationState.CANCELLED) return 'cancelled';
  if (checkedInAt || now >= startsAt) return 'begun';
  if (state === RegistrationState.OFFERED || state === RegistrationState.OFFER_EXPIRED) return 'expired';
  return state === RegistrationState.CONFIRMED ? 'confirmed' : 'waiting';
}
