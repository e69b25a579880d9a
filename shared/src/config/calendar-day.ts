// Sweden writes days as ISO 8601 does.
const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** The day of a moment on the wall calendar of Flanders, for example 2026-03-29. */
export const dayOf = (moment: Date): string => format.format(moment);

/** So many days later; earlier when negative. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The day before, on that calendar. */
export const yesterday = (moment: Date): string => dayOf(new Date(moment.getTime() - 86_400_000));
