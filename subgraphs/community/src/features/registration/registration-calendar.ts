import { eventAttachment } from '../calendar/calendar-attachment.js';
import type { EventTurn } from '../event/event-follower.js';
import type { MailAttachment } from '../mail-outbox/mail-template.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import type { RegistrationEntity } from './registration.entity.js';

const { CANCELLED, CONFIRMED, OFFERED, OFFER_EXPIRED } = RegistrationState;

/** What a registration is in the calendar of its person: a place, a place that is kept, or no longer one. */
export function calendarOf(
  { event, now }: Pick<EventTurn, 'event' | 'now'>,
  { state }: Pick<RegistrationEntity, 'state'>,
): MailAttachment[] {
  switch (state) {
    case CONFIRMED:
      return [eventAttachment(event, { method: 'PUBLISH', status: 'CONFIRMED', isOnlineShown: true, now })];
    case OFFERED:
      return [eventAttachment(event, { method: 'PUBLISH', status: 'TENTATIVE', isOnlineShown: false, now })];
    case CANCELLED:
    case OFFER_EXPIRED:
      return [eventAttachment(event, { method: 'CANCEL', status: 'CANCELLED', isOnlineShown: false, now })];
    default:
      return [];
  }
}
