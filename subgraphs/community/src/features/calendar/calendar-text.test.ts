import fc from 'fast-check';
import ICAL from 'ical.js';
import { readCalendar } from '../../../test/ics.js';
import type { CalendarEntry } from './calendar-entry.js';
import { writeCalendar } from './calendar-text.js';

const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: 'event_01jq0000000000000000000000',
  sequence: 0,
  title: 'Kennisdag',
  description: '',
  location: '',
  startsAt: new Date('2027-03-09T08:00:00Z'),
  endsAt: new Date('2027-03-09T16:00:00Z'),
  status: 'CONFIRMED',
  createdAt: new Date('2026-10-01T08:00:00Z'),
  changedAt: new Date('2026-10-02T08:00:00Z'),
  ...change,
});

const organizer = { name: 'Vereniging, van steden', address: 'post@vereniging.example' };

const textOf = (change: Partial<CalendarEntry> = {}): string =>
  writeCalendar({ method: 'PUBLISH', organizer, entries: [entry(change)] });
const readBack = (change: Partial<CalendarEntry> = {}) => readCalendar(textOf(change)).entries[0]!;

it('names the organiser, and where to reach it', () => {
  expect(textOf()).toContain('ORGANIZER;CN="Vereniging, van steden":mailto:post@vereniging.example\r\n');
});

it('shows a day as a day, on which nobody is busy', () => {
  const [startsAt, endsAt] = [new Date('2027-01-01T00:00:00Z'), new Date('2027-01-02T00:00:00Z')];
  const text = textOf({ startsAt, endsAt, isAllDay: true });
  expect(text).toContain('DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270102\r\n');
  expect(text).toContain('TRANSP:TRANSPARENT');
});

describe('the time of an entry', () => {
  it.each([
    ['in winter', '2026-12-10T09:00:00Z', 'Europe/Brussels 2026-12-10T10:00:00'],
    ['in summer', '2026-07-10T09:00:00Z', 'Europe/Brussels 2026-07-10T11:00:00'],
    ['on the day on which summer time begins', '2026-03-29T07:00:00Z', 'Europe/Brussels 2026-03-29T09:00:00'],
    ['in the last second of winter time', '2026-03-29T00:59:59Z', 'Europe/Brussels 2026-03-29T01:59:59'],
    ['in the first second of summer time', '2026-03-29T01:00:00Z', 'Europe/Brussels 2026-03-29T03:00:00'],
    ['on the day on which winter time begins', '2026-10-25T08:00:00Z', 'Europe/Brussels 2026-10-25T09:00:00'],
    ['in the hour that comes twice, first time', '2026-10-25T00:30:00Z', 'UTC 2026-10-25T00:30:00Z'],
    ['in the hour that comes twice, second time', '2026-10-25T01:30:00Z', 'UTC 2026-10-25T01:30:00Z'],
  ])('is right %s', (_when, moment, start) => {
    const startsAt = new Date(moment);
    const read = readBack({ startsAt, endsAt: new Date(startsAt.getTime() + 4 * 3_600_000) });
    expect([read.start, new Date(read.startsAt)]).toEqual([start, startsAt]);
  });

  it('is the same moment for another program, whenever it is from 2007 to 2037', () => {
    const moment = fc.integer({
      min: Date.parse('2007-01-01T00:00:00Z') / 1000,
      max: Date.parse('2037-12-31T00:00:00Z') / 1000,
    });
    fc.assert(
      fc.property(moment, fc.integer({ min: 60, max: 3 * 86_400 }), (seconds, duration) => {
        const [startsAt, endsAt] = [new Date(seconds * 1000), new Date((seconds + duration) * 1000)];
        const read = readBack({ startsAt, endsAt });
        expect([read.startsAt, read.endsAt]).toEqual([startsAt.toISOString(), endsAt.toISOString()]);
      }),
    );
  });

  it('is the same moment around every change of the clock from 2007 to 2037', () => {
    for (let year = 2007; year <= 2037; year++) {
      for (const month of [2, 9]) {
        const last = new Date(Date.UTC(year, month + 1, 0));
        const sunday = last.getTime() - last.getUTCDay() * 86_400_000;
        for (let quarter = -8; quarter <= 8; quarter++) {
          const startsAt = new Date(sunday + 3_600_000 + quarter * 900_000);
          const read = readBack({ startsAt, endsAt: new Date(startsAt.getTime() + 5_400_000) });
          expect(read.startsAt).toBe(startsAt.toISOString());
        }
      }
    }
  });
});

describe('the text of an entry', () => {
  it.each([
    ['commas, semicolons and backslashes', 'Een, twee; drie \\ vier \\n vijf'],
    ['line breaks', 'Een\ntwee\n\ndrie'],
    ['an entry of its own', 'Kennisdag\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Feest'],
    ['emoji on the fold', `${'é'.repeat(30)}👩🏽‍💻${'日本'.repeat(40)}🎉`],
    ['quotation marks and colons', 'X-EVIL:1 "CN":mailto:x@y.example'],
  ])('holds %s', (_what, hostile) => {
    const text = textOf({ title: hostile, description: hostile, location: hostile });
    const { entries } = readCalendar(text);
    const wanted = hostile.replaceAll('\r\n', '\n');
    expect(entries.map(({ summary, description, location }) => [summary, description, location])).toEqual([
      [wanted, wanted, wanted],
    ]);
  });

  it('is whatever people write, less the control characters, in lines of at most 75 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (title) => {
        const text = textOf({ title });
        const wanted = title.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');
        expect(readCalendar(text).entries[0]!.summary).toBe(wanted);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
    );
  });

  it('has lines that end as iCalendar wants, and no control characters', () => {
    const text = textOf({ title: 'Bel\u0007 en\u0000 lege\u001b tekens\u0085' });
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('keeps the name of a calendar within its line', () => {
    const name = 'Kring; A, B\nX-EVIL:1\r\nBEGIN:VEVENT';
    // the parser does not know this property, and leaves it escaped
    const read = readCalendar(writeCalendar({ method: 'PUBLISH', name, organizer, entries: [] }));
    expect(read).toEqual({ method: 'PUBLISH', name: 'Kring\\; A\\, B X-EVIL:1 BEGIN:VEVENT', entries: [] });
  });

  it('is the same for the same entry, and stamps it in UTC with its last change', () => {
    expect(textOf()).toBe(textOf());
    const [component] = new ICAL.Component(ICAL.parse(textOf())).getAllSubcomponents('vevent');
    const values = ['dtstamp', 'last-modified', 'created'].map((name) =>
      String(component!.getFirstPropertyValue(name)),
    );
    expect(values).toEqual(['2026-10-02T08:00:00Z', '2026-10-02T08:00:00Z', '2026-10-01T08:00:00Z']);
  });
});
