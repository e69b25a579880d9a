import { type CalendarChange, eventAttachment } from '../calendar/calendar-attachment.js';
import type { EventTurn } from '../event/event-follower.js';
import type { MailAttachment } from '../mail-outbox/mail-template.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import type { RegistrationEntity } from './registration.entity.js';

const { CANCELLED, CONFIRMED, OFFERED, OFFER_EXPIRED } = RegistrationState;

/** A place, a place that is kept, or no longer one. Who waits has none, and afterwards the calendar stays as it was. */
const changes: Readonly<Partial<Record<RegistrationState, Omit<CalendarChange, 'now'>>>> = {
  [CONFIRMED]: { method: 'PUBLISH', status: 'CONFIRMED', isOnlineShown: true },
  [OFFERED]: { method: 'PUBLISH', status: 'TENTATIVE', isOnlineShown: false },
  [CANCELLED]: { method: 'CANCEL', status: 'CANCELLED', isOnlineShown: false },
  [OFFER_EXPIRED]: { method: 'CANCEL', status: 'CANCELLED', isOnlineShown: false },
};

/** What a mail about a registration does to its person's calendar. */
export function calendarOf(
  { event, now }: Pick<EventTurn, 'event' | 'now'>,
  { state }: Pick<RegistrationEntity, 'state'>,
): MailAttachment[] {
  const change = changes[state];
  return change ? [eventAttachment(event, { ...change, now })] : [];
}
