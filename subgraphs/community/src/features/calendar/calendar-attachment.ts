import type { SessionEntity } from '../event-session/session.entity.js';
import type { EventEntity } from '../event/event.entity.js';
import type { MailAttachment } from '../mail-outbox/mail-template.js';
import { type CalendarEntry, entryOfEvent, entryOfSession, type EventFacts } from './calendar-entry.js';
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

/** A session as a calendar shows it. */
export interface PlacedSession {
  readonly session: SessionEntity;
  readonly event: EventEntity;
  readonly room: { readonly name: string } | null;
}

/** An event as a mail program puts it into a calendar, or takes it out. */
export const eventAttachment = (event: EventEntity, change: CalendarChange): MailAttachment =>
  attachment(`${event.slug}.ics`, entryOfEvent(factsOf(event, change)), change);

/** As eventAttachment, for a session: an entry of its own, with the UID and SEQUENCE that it has in every calendar. */
export function sessionAttachment({ session, event, room }: PlacedSession, change: CalendarChange): MailAttachment {
  const facts = Object.assign({}, session, { room, event: factsOf(event, change), updatedAt: change.now });
  return attachment(`${session.id}.ics`, entryOfSession(facts), change);
}

function factsOf(event: EventEntity, { isOnlineShown, now }: CalendarChange): EventFacts {
  const { venueName: name, street, postalCode, locality } = event;
  const onlineUrl = isOnlineShown ? event.onlineUrl : null;
  return Object.assign({}, event, { onlineUrl, venue: { name, street, postalCode, locality }, updatedAt: now });
}

/** One entry each: a program that is told to take something out expects one UID (RFC 5546, 3.2.5). */
const attachment = (fileName: string, entry: CalendarEntry, { method, status }: CalendarChange): MailAttachment => ({
  fileName,
  type: `text/calendar; charset=utf-8; method=${method}`,
  content: writeCalendar({ method, entries: [{ ...entry, status }] }),
});
