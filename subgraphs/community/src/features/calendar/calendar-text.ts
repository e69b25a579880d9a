import type { Mailbox } from '@lokaal/shared/config';
import { TZDate, tzOffset } from '@date-fns/tz';
import ical, { type ICalCalendarMethod, type ICalEventData, ICalEventTransparency } from 'ical-generator';
import { brussels, brusselsZone } from './brussels-zone.js';
import type { CalendarEntry } from './calendar-entry.js';

/** Media type of calendars over HTTP. */
export const calendarType = 'text/calendar; charset=utf-8';

/** PUBLISH: add or change these entries. CANCEL: take them out. */
export type CalendarMethod = `${ICalCalendarMethod.PUBLISH | ICalCalendarMethod.CANCEL}`;

export interface Calendar {
  readonly method: CalendarMethod;
  /** As a program shows the calendar; only for one to which people subscribe. */
  readonly name?: string;
  /** Whom iTIP (RFC 5546) calls the organiser; answers are not asked for. */
  readonly organizer: Mailbox;
  readonly entries: readonly CalendarEntry[];
}

const prodId = { company: 'Lokaal Digitaal', product: 'Kalender', language: 'NL' };

/** A calendar as iCalendar (RFC 5545): the same entries give the same text, so that programs see when nothing changed. */
export function writeCalendar({ method, name, organizer, entries }: Calendar): string {
  const calendar = ical({
    method: method as ICalCalendarMethod,
    prodId,
    // the library escapes every text but this one
    ...(name !== undefined && {
      name: plain(name)
        .replaceAll(/[\\;,]/gu, '\\$&')
        .replaceAll('\n', ' '),
    }),
    // only entries have a zone: with one for the calendar the library would write its UTC stamps in local time
    timezone: { name: null, generator: () => brusselsZone },
    events: entries.map((entry) => written(entry, organizer)),
  });
  return `${calendar.toString()}\r\n`;
}

function written(entry: CalendarEntry, { name, address: email }: Mailbox): ICalEventData {
  const { id, sequence, location, description, status, createdAt, changedAt } = entry;
  return {
    id,
    sequence,
    organizer: { name, email },
    summary: plain(entry.title),
    ...(description !== '' && { description: plain(description) }),
    ...(location !== '' && { location: plain(location) }),
    ...span(entry),
    status: status as ICalEventData['status'],
    transparency:
      status === 'CONFIRMED' && !entry.isAllDay ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    created: createdAt,
    lastModified: changedAt,
    stamp: changedAt,
  };
}

/** On the clock of Brussels, and in UTC where that clock shows one of both times twice that night. */
function span({
  startsAt,
  endsAt,
  isAllDay,
}: CalendarEntry): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'> {
  if (isAllDay) return { start: startsAt, end: endsAt, allDay: true };
  if (isShownTwice(startsAt) || isShownTwice(endsAt)) return { start: startsAt, end: endsAt };
  return { start: inBrussels(startsAt), end: inBrussels(endsAt), timezone: brussels };
}

const hour = 3_600_000;
const inBrussels = (moment: Date): Date => new TZDate(moment, brussels);

/** It should mean the first one (RFC 5545, 3.3.5), but programs do not agree. */
const isShownTwice = (moment: Date): boolean => {
  const [before, at, after] = [-hour, 0, hour].map((by) => tzOffset(brussels, new Date(moment.getTime() + by))) as [
    number,
    number,
    number,
  ];
  return at < before || after < at;
};

/** Without control characters, which iCalendar cannot hold; what ends a line is a line feed. */
const plain = (text: string): string => text.replaceAll(/\r\n?/gu, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');
