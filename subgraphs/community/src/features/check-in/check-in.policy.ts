import { inSentence } from '../registration/moment-in-words.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import type { QueuedEntity } from '../waiting-list/queued.entity.js';

const hour = 3_600_000;

/** Before the start, in milliseconds: from then on people come in. */
export const doorsOpen = { event: 2 * hour, session: hour / 2 } as const;

export interface Door {
  readonly now: Date;
  readonly startsAt: Date;
  /** Milliseconds before the start from which people come in. */
  readonly opensBefore: number;
}

type Moment = Omit<Door, 'opensBefore'>;
type Ticket = Pick<QueuedEntity, 'state' | 'checkedInAt'>;
type Waiting = Pick<QueuedEntity, 'state' | 'offerExpiresAt'>;

/** Why nobody comes in yet; undefined once the door is open. Who was there can be noted later as well. */
export function refusalOfDoor({ now, startsAt, opensBefore }: Door): string | undefined {
  const opens = new Date(startsAt.getTime() - opensBefore);
  return now < opens ? `The door opens on ${inSentence(opens)}.` : undefined;
}

/** Why a ticket does not let somebody in, as a sentence for whoever stands at the door. */
export function refusalOfTicket({ state, checkedInAt }: Ticket): string | undefined {
  if (checkedInAt) return `This ticket was checked in already, on ${inSentence(checkedInAt)}.`;
  if (state === RegistrationState.CONFIRMED || state === RegistrationState.NO_SHOW) return undefined;
  return `This ticket gives no entrance: it is ${state}.`;
}

/** Whether somebody still waits once it has begun: in line, or with an offer that ended for no other reason. */
export const waitsAtDoor = ({ state, offerExpiresAt }: Waiting, { now, startsAt }: Moment): boolean =>
  now >= startsAt &&
  (state === RegistrationState.WAITLISTED ||
    (state === RegistrationState.OFFER_EXPIRED && offerExpiresAt !== null && offerExpiresAt >= startsAt));

/** Whoever comes early is noted at once, and counts as present from the start on. */
export const checkedIn = ({ now, startsAt }: Moment): Ticket => ({
  state: now < startsAt ? RegistrationState.CONFIRMED : RegistrationState.ATTENDED,
  checkedInAt: now,
});
