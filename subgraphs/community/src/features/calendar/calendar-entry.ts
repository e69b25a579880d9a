import { addDays } from '@lokaal/shared/config';
import type { StampedEntity } from '@lokaal/shared/database';

/** STATUS of an entry: a draft is tentative. */
export type EntryStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';

/** One entry of a calendar, before it is written as iCalendar. */
export interface CalendarEntry {
  /** UID: the id of the event or session. It holds no host name (RFC 7986, 5.3), so it stays when the site moves. */
  readonly id: string;
  readonly sequence: number;
  readonly title: string;
  readonly description: string;
  /** Empty when there is none. */
  readonly location: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Whole days of the calendar: both moments are midnight in UTC, and nobody is busy. */
  readonly isAllDay?: boolean;
  readonly status: EntryStatus;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** A moment as the database has it, or as the graph answers it. */
type Moment = Date | string;

/** What of an event its entry is made of, as the graph answers it. */
export interface EventFacts {
  readonly id: string;
  readonly sequence: number;
  readonly title: string;
  readonly summary: string | null;
  readonly status: string;
  readonly cancellationReason: string | null;
  readonly startsAt: Moment;
  readonly endsAt: Moment;
  readonly createdAt: Moment;
  readonly updatedAt: Moment;
  /** Null for whoever may not know it. */
  readonly onlineUrl: string | null;
  readonly venue: VenueFacts | null;
}

interface VenueFacts {
  readonly name: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly locality: string | null;
}

export interface SessionFacts {
  readonly id: string;
  readonly sequence: number;
  readonly title: string;
  readonly description: string | null;
  readonly status: string;
  readonly startsAt: Moment;
  readonly endsAt: Moment;
  readonly createdAt: Moment;
  readonly updatedAt: Moment;
  readonly room: { readonly name: string } | null;
  readonly event: EventFacts;
}

/** Something that happens on a day, or must be done by then. */
export interface DayFacts {
  /** The record that it is about: there is one entry of each, which moves with it. */
  readonly of: Pick<StampedEntity, 'id' | 'version' | 'createdAt'>;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly day: string;
}

export function entryOfDay({ of, title, paragraphs, day }: DayFacts, changedAt: Date): CalendarEntry {
  const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);
  return {
    id: of.id,
    sequence: of.version,
    title,
    description: paragraphs.join('\n\n'),
    location: '',
    startsAt: midnight(day),
    endsAt: midnight(addDays(day, 1)),
    isAllDay: true,
    status: 'CONFIRMED',
    createdAt: of.createdAt,
    changedAt,
  };
}

export function entryOfEvent(event: EventFacts): CalendarEntry {
  const { id, sequence, title, summary, cancellationReason, onlineUrl } = event;
  return {
    id,
    sequence,
    title,
    description: joined('\n\n', cancellationReason, summary, onlineUrl && `Online: ${onlineUrl}`),
    location: placeOf(event),
    startsAt: new Date(event.startsAt),
    endsAt: new Date(event.endsAt),
    status: statusOf(event.status),
    createdAt: new Date(event.createdAt),
    changedAt: new Date(event.updatedAt),
  };
}

/** A session is where its event is, and does not take place without it: what changes there is a change of its entry. */
export function entryOfSession({ event, ...session }: SessionFacts): CalendarEntry {
  const { id, title, description } = session;
  const ofEvent = entryOfEvent(event);
  const changedAt = new Date(session.updatedAt);
  return {
    id,
    title,
    // both only ever go up
    sequence: session.sequence + event.sequence,
    description: joined('\n\n', event.title, event.cancellationReason, description),
    location: joined(', ', session.room?.name, ofEvent.location),
    startsAt: new Date(session.startsAt),
    endsAt: new Date(session.endsAt),
    status: session.status === 'CANCELLED' ? 'CANCELLED' : ofEvent.status,
    createdAt: new Date(session.createdAt),
    changedAt: changedAt > ofEvent.changedAt ? changedAt : ofEvent.changedAt,
  };
}

function statusOf(status: string): EntryStatus {
  if (status === 'CANCELLED') return 'CANCELLED';
  return status === 'DRAFT' ? 'TENTATIVE' : 'CONFIRMED';
}

function placeOf({ venue, onlineUrl }: EventFacts): string {
  const town = joined(' ', venue?.postalCode, venue?.locality);
  return joined(', ', venue?.name, venue?.street, town) || (onlineUrl ?? '');
}

const joined = (separator: string, ...parts: readonly (string | null | undefined)[]): string =>
  parts.filter(Boolean).join(separator);
