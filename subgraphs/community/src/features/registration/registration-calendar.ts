import { eventAttachment } from '../calendar/calendar-attachment.js';
import { changeFor } from '../calendar/place-in-calendar.js';
import type { EventTurn } from '../event/event-follower.js';
import type { MailAttachment } from '../mail-outbox/mail-template.js';
import type { RegistrationEntity } from './registration.entity.js';

/** What a mail about a registration does to its person's calendar. */
export function calendarOf(
  { event, now }: Pick<EventTurn, 'event' | 'now'>,
  { state }: Pick<RegistrationEntity, 'state'>,
): MailAttachment[] {
  const change = changeFor(state, now);
  return change ? [eventAttachment(event, change)] : [];
}
