import { RegistrationState } from './registration-state.enums.js';

const { CONFIRMED, OFFERED, OFFER_EXPIRED, CANCELLED, ATTENDED, NO_SHOW, NOT_PLACED } = RegistrationState;

const next: Readonly<Record<RegistrationState, readonly RegistrationState[]>> = {
  CONFIRMED: [CANCELLED, ATTENDED, NO_SHOW],
  WAITLISTED: [OFFERED, CONFIRMED, CANCELLED, ATTENDED, NOT_PLACED],
  OFFERED: [CONFIRMED, OFFER_EXPIRED, CANCELLED],
  // an offer that ended because it began: who stands at the door comes in while there is a place
  OFFER_EXPIRED: [ATTENDED],
  CANCELLED: [],
  // an attendance that was noted by mistake is taken back, and one that was forgotten is noted later
  ATTENDED: [CONFIRMED],
  NO_SHOW: [ATTENDED],
  NOT_PLACED: [],
};

export const mayBecome = (from: RegistrationState, to: RegistrationState): boolean => next[from].includes(to);

/** How many places there are, how many are held, and how many wait. */
export interface Standing {
  /** Null: without limit. */
  readonly capacity: number | null;
  readonly taken: number;
  readonly waiting: number;
}

/** Negative when the capacity was lowered below what is held: nobody loses a place, and none comes free. */
const freePlaces = ({ capacity, taken }: Standing): number => (capacity ?? Infinity) - taken;

/** Whoever comes gets a place when there is one and nobody waits for it. */
export const hasPlaceForNewcomer = (standing: Standing): boolean => freePlaces(standing) > 0 && standing.waiting === 0;

/**
 * Once it has begun nothing is offered any more: who stands at the door gets what is free, from the waiting list or not, and
 * who stayed at home keeps nobody out.
 */
export const hasPlaceAtDoor = (standing: Standing): boolean => freePlaces(standing) > 0;

/** How many of those who wait are offered a place. */
export const placesToOffer = (standing: Standing): number =>
  Math.max(0, Math.min(standing.waiting, freePlaces(standing)));

const hour = 3_600_000;

interface OfferTerms {
  readonly now: Date;
  readonly offerHours: number;
  readonly startsAt: Date;
}

/** Until when an offer made now stands, never beyond the start; undefined once it has started: then none is made. */
export function offerExpiry({ now, offerHours, startsAt }: OfferTerms): Date | undefined {
  if (now >= startsAt) return undefined;
  return new Date(Math.min(now.getTime() + offerHours * hour, startsAt.getTime()));
}

interface Offer {
  readonly state: RegistrationState;
  readonly offerExpiresAt: Date | null;
}

/** An offer stands until the moment at which it expires, that moment excluded. */
export const isOfferStanding = ({ state, offerExpiresAt }: Offer, now: Date): boolean =>
  state === OFFERED && offerExpiresAt !== null && now < offerExpiresAt;
