const zone = 'Europe/Brussels';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What the clock in Brussels shows, as if it were UTC: milliseconds. */
function shown(moment: Date): number {
  const [day, month, year, hour, minute, second] = parts.format(moment).match(/\d+/g)!.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second, moment.getUTCMilliseconds());
}

/** The moment at which the clock in Brussels shows this. In the hour that a change of the clock leaves out: the hour after it. */
function whenShown(wanted: number): Date {
  const guess = wanted - (shown(new Date(wanted)) - wanted);
  return new Date(guess - (shown(new Date(guess)) - wanted));
}

/**
 * Moves moments as much as `from` moved to `to` on the clock of Brussels: what began at nine begins at nine, also on the
 * other side of a change of that clock.
 */
export function wallClockShift(from: Date, to: Date): (moment: Date) => Date {
  const distance = shown(to) - shown(from);
  return (moment) => whenShown(shown(moment) + distance);
}

/** The moment at which the clock in Brussels shows a local time such as 2027-03-09T09:00. */
export const fromBrussels = (local: string): Date => whenShown(Date.parse(`${local}Z`));
