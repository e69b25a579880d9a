import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import type { CalendarChange } from './calendar-attachment.js';

const { CANCELLED, CONFIRMED, OFFERED, OFFER_EXPIRED } = RegistrationState;

/** A place, a place that is kept, or no longer one. Who waits has none, and afterwards the calendar stays as it was. */
const changes: Readonly<Partial<Record<RegistrationState, CalendarChange>>> = {
  [CONFIRMED]: { method: 'PUBLISH', status: 'CONFIRMED', isOnlineShown: true },
  [OFFERED]: { method: 'PUBLISH', status: 'TENTATIVE', isOnlineShown: false },
  [CANCELLED]: { method: 'CANCEL', status: 'CANCELLED', isOnlineShown: false },
  [OFFER_EXPIRED]: { method: 'CANCEL', status: 'CANCELLED', isOnlineShown: false },
};

/** A place at an event, or in a session. */
interface Placed {
  readonly state: RegistrationState;
  readonly isOnline: boolean;
}

/** What a mail about a place does to its person's calendar; undefined: nothing. */
export function changeFor({ state, isOnline }: Placed): CalendarChange | undefined {
  const change = changes[state];
  return change && { ...change, isOnlineShown: isOnline && change.isOnlineShown };
}
