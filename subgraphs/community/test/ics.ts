import ICAL from 'ical.js';

export interface ReadEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly status: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** DTSTART as it is written, with the zone in front. */
  readonly start: string;
}

export interface ReadCalendar {
  readonly method: unknown;
  readonly name: unknown;
  readonly entries: readonly ReadEntry[];
}

/** Reads iCalendar with another program's parser, which knows of time zones only what the text itself says. */
export function readCalendar(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    method: calendar.getFirstPropertyValue('method'),
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    entries: calendar.getAllSubcomponents('vevent').map(readEntry),
  };
}

function readEntry(component: ICAL.Component): ReadEntry {
  const { uid, sequence, summary, description, location, startDate, endDate } = new ICAL.Event(component);
  const status = component.getFirstPropertyValue('status') as string;
  const [startsAt, endsAt] = [startDate, endDate].map((time) => time.toJSDate().toISOString()) as [string, string];
  const start = `${startDate.zone?.tzid ?? ''} ${startDate.toString()}`;
  return { uid, sequence, summary, description, location, status, startsAt, endsAt, start };
}
