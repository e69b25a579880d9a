import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import type { CalendarChange } from './calendar-attachment.js';

const { CANCELLED, CONFIRMED, OFFERED, OFFER_EXPIRED } = RegistrationState;

/** A place, a place that is kept, or no longer one. Who waits has none, and afterwards the calendar stays as it was. */
const changes: Readonly<Partial<Record<RegistrationState, Omit<CalendarChange, 'now'>>>> = {
  [CONFIRMED]: { method: 'PUBLISH', status: 'CONFIRMED', isOnlineShown: true },
  [OFFERED]: { method: 'PUBLISH', status: 'TENTATIVE', isOnlineShown: false },
  [CANCELLED]: { method: 'CANCEL', status: 'CANCELLED', isOnlineShown: false },
  [OFFER_EXPIRED]: { method: 'CANCEL', status: 'CANCELLED', isOnlineShown: false },
};

/** What a mail about a place at an event, or in a session, does to its person's calendar; undefined: nothing. */
export function changeFor(state: RegistrationState, now: Date): CalendarChange | undefined {
  const change = changes[state];
  return change && { ...change, now };
}
