/** Name of the time zone in which events are shown. */
export const brussels = 'Europe/Brussels';

/**
 * The zone as iCalendar wants it. The rule of the European Union (directive 2000/84/EC) has held in Belgium as it is here
 * since October 1996 and holds for every event of this graph; should the clock no longer change one day, a last year
 * (UNTIL) comes into both rules.
 */
export const brusselsZone = [
  'BEGIN:VTIMEZONE',
  `TZID:${brussels}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');
