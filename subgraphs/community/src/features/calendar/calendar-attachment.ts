import type { Mailbox } from '@lokaal/shared/config';
import type { SliceDependencies } from '../../slice.js';
import type { SessionEntity } from '../event-session/session.entity.js';
import type { EventEntity } from '../event/event.entity.js';
import type { MailAttachment } from '../mail-outbox/mail-template.js';
import {
  type CalendarEntry,
  type DayFacts,
  entryOfDay,
  entryOfEvent,
  entryOfSession,
  type EventFacts,
} from './calendar-entry.js';
import { type CalendarMethod, writeCalendar } from './calendar-text.js';

/** What a mail does to the recipient's calendar. */
export interface CalendarChange {
  readonly method: CalendarMethod;
  /** TENTATIVE: a place that is kept, not taken. */
  readonly status: CalendarEntry['status'];
  /** Whether the recipient may know the address to attend online. */
  readonly isOnlineShown: boolean;
}

/** Who writes an attachment, and when. */
export interface CalendarTurn {
  /** Of two with the same SEQUENCE the later one counts (RFC 5546, 2.1.5): who cancels can register again. */
  readonly now: Date;
  readonly mailFrom: Mailbox;
}

export const calendarTurn = ({ clock, mailFrom }: Pick<SliceDependencies, 'clock' | 'mailFrom'>): CalendarTurn => ({
  now: clock.now(),
  mailFrom,
});

/** A session as a calendar shows it. */
export interface PlacedSession {
  readonly session: SessionEntity;
  readonly event: EventEntity;
  readonly room: { readonly name: string } | null;
}

/** An event as a mail program puts it into a calendar, or takes it out. */
export const eventAttachment = (
  { event, ...turn }: CalendarTurn & { readonly event: EventEntity },
  change: CalendarChange,
): MailAttachment =>
  attachment(turn, { fileName: `${event.slug}.ics`, entry: entryOfEvent(factsOf(event, turn, change)), ...change });

/** As eventAttachment, for a session: an entry of its own, with the UID and SEQUENCE that it has in every calendar. */
export function sessionAttachment(
  { session, event, room, ...turn }: PlacedSession & CalendarTurn,
  change: CalendarChange,
): MailAttachment {
  const placed = { room, event: factsOf(event, turn, change), updatedAt: turn.now };
  const entry = entryOfSession(Object.assign({}, session, placed));
  return attachment(turn, { fileName: `${session.id}.ics`, entry, ...change });
}

/** As eventAttachment, for what happens on a day, or must be done by then. */
export const dayAttachment = (turn: CalendarTurn, facts: DayFacts, method: CalendarMethod): MailAttachment =>
  attachment(turn, {
    fileName: `${facts.of.id}.ics`,
    entry: entryOfDay(facts, turn.now),
    method,
    status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
  });

function factsOf(event: EventEntity, { now }: CalendarTurn, { isOnlineShown }: CalendarChange): EventFacts {
  const { venueName: name, street, postalCode, locality } = event;
  const onlineUrl = isOnlineShown ? event.onlineUrl : null;
  return Object.assign({}, event, { onlineUrl, venue: { name, street, postalCode, locality }, updatedAt: now });
}

interface Attached extends Pick<CalendarChange, 'method' | 'status'> {
  readonly fileName: string;
  readonly entry: CalendarEntry;
}

/** One entry each: a program that is told to take something out expects one UID (RFC 5546, 3.2.5). */
const attachment = (
  { mailFrom: organizer }: CalendarTurn,
  { fileName, entry, method, status }: Attached,
): MailAttachment => ({
  fileName,
  type: `text/calendar; charset=utf-8; method=${method}`,
  content: writeCalendar({ method, organizer, entries: [{ ...entry, status }] }),
});
