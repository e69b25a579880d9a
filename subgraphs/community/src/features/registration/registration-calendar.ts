import { eventAttachment } from '../calendar/calendar-attachment.js';
import { changeFor } from '../calendar/place-in-calendar.js';
import type { EventTurn } from '../event/event-follower.js';
import type { MailAttachment } from '../mail-outbox/mail-template.js';
import type { Attending } from './place-in-words.js';
import { AttendanceMode } from './registration.enums.js';

/** What a mail about a registration does to its person's calendar. */
export function calendarOf(
  turn: Pick<EventTurn, 'event' | 'now' | 'mailFrom'>,
  { state, mode }: Attending,
): MailAttachment[] {
  const change = changeFor({ state, isOnline: mode === AttendanceMode.ONLINE });
  return change ? [eventAttachment(turn, change)] : [];
}
