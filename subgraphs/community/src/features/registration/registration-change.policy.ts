import { holding, RegistrationState } from '../waiting-list/registration-state.enums.js';
import { hasPlaceForNewcomer, isOfferStanding, mayBecome, type Standing } from '../waiting-list/waiting-list.policy.js';
import { inSentence } from './moment-in-words.js';
import type { RegistrationEntity } from './registration.entity.js';
import type { AttendanceMode } from './registration.enums.js';

type Registration = Pick<RegistrationEntity, 'state' | 'mode' | 'checkedInAt' | 'offerExpiresAt'>;

/** When a change is asked for, and when the event or the session starts. */
interface Moment {
  readonly now: Date;
  readonly startsAt: Date;
}

/** Why an offer can be neither accepted nor declined, as a sentence; undefined when it can. */
export function refusalOfAccepting(registration: Pick<Registration, 'state' | 'offerExpiresAt'>, now: Date) {
  const { state, offerExpiresAt } = registration;
  if (isOfferStanding(registration, now)) return undefined;
  return state === RegistrationState.OFFERED || state === RegistrationState.OFFER_EXPIRED
    ? `The offer expired on ${inSentence(offerExpiresAt!)}.`
    : `What is ${state} has no offer to accept or decline.`;
}

export function refusalOfCancelling(
  { state, checkedInAt }: Pick<Registration, 'state' | 'checkedInAt'>,
  { now, startsAt }: Moment,
): string | undefined {
  if (!mayBecome(state, RegistrationState.CANCELLED)) return `What is ${state} cannot be cancelled.`;
  if (checkedInAt) return 'Who was checked in is there: undo the check-in first.';
  return now < startsAt ? undefined : 'It has begun.';
}

interface Wanted {
  readonly mode: AttendanceMode;
  readonly standing: Standing;
}

/** Why a registration cannot go to the other mode. Nobody loses a place by asking: where there is none, it stays. */
export function refusalOfMoving(
  registration: Registration,
  moment: Moment,
  { mode, standing }: Wanted,
): string | undefined {
  const { state } = registration;
  const refusal = refusalOfCancelling(registration, moment);
  if (refusal) return refusal;
  if (registration.mode === mode) return `It is ${mode} already.`;
  return holding.includes(state) && !hasPlaceForNewcomer(standing)
    ? `There is no place left ${mode}: your place stays as it is.`
    : undefined;
}
