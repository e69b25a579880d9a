import { EventStatus } from '../event/event.enums.js';
import type { EventTurn } from '../event/event-follower.js';
import { expireOffers, offerNext } from '../waiting-list/places.js';
import { thoseAdmitted } from './circle-access.query.js';
import { eventPlaces } from './event-places.js';
import { offerExpiredMail, offerMail } from './registration-mails.js';
import { AttendanceMode } from './registration.enums.js';
import { tell } from './tell.js';

/** Offers what is free in this mode to who waits longest, and tells them. */
export async function promote(turn: EventTurn, mode: AttendanceMode): Promise<void> {
  if (turn.event.status !== EventStatus.PUBLISHED) return;
  const places = { ...eventPlaces(turn.event, mode), ...thoseAdmitted(turn) };
  await tell(turn, await offerNext(turn, places), offerMail);
}

/** Offers whatever is free at an event: after its capacity was raised. The turn's event is as it was written. */
export async function promoteAll(turn: EventTurn): Promise<void> {
  for (const mode of Object.values(AttendanceMode)) await promote(turn, mode);
}

/** Ends the offers of an event that nobody accepted in time; their places go to the next in line. */
export async function expire(turn: EventTurn): Promise<void> {
  for (const mode of Object.values(AttendanceMode))
    await tell(turn, await expireOffers(turn, eventPlaces(turn.event, mode)), offerExpiredMail);
  await promoteAll(turn);
}
