import type { EventEntity } from '../event/event.entity.js';
import type { MailAttachment } from '../mail-outbox/mail-template.js';
import { type CalendarEntry, entryOfEvent } from './calendar-entry.js';
import { type CalendarMethod, writeCalendar } from './calendar-text.js';

/** What a mail does to the recipient's calendar. */
export interface CalendarChange {
  readonly method: CalendarMethod;
  /** TENTATIVE: a place that is kept, not taken. */
  readonly status: CalendarEntry['status'];
  /** Whether the recipient may know the address to attend online. */
  readonly isOnlineShown: boolean;
  /** Of two with the same SEQUENCE the later one counts (RFC 5546, 2.1.5): who cancels can register again. */
  readonly now: Date;
}

/** An event as a mail program puts it into a calendar, or takes it out. */
export function eventAttachment(event: EventEntity, change: CalendarChange): MailAttachment {
  const { method, status, isOnlineShown, now } = change;
  const { venueName: name, street, postalCode, locality } = event;
  const onlineUrl = isOnlineShown ? event.onlineUrl : null;
  const venue = { name, street, postalCode, locality };
  const entry = entryOfEvent(Object.assign({}, event, { onlineUrl, venue, updatedAt: now }));
  return {
    fileName: `${event.slug}.ics`,
    type: `text/calendar; charset=utf-8; method=${method}`,
    content: writeCalendar({ method, entries: [{ ...entry, status }] }),
  };
}
