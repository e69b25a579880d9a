import { addDays } from '@lokaal/shared/demo';
import type { DemoEvent } from './demo-event.js';

/** Public holidays on a date of their own, and the feast day of Flanders. */
const fixed = new Set(['01-01', '05-01', '07-11', '07-21', '08-15', '11-01', '11-11', '12-25']);
/** Easter Monday, Ascension Day and Whit Monday: days after Easter. */
const afterEaster = [1, 39, 50];

/** Easter Sunday of a year from 1900 to 2099, by Gauss' rule: that many days after 28 March. */
export function easterOf(year: number): string {
  const golden = year % 19;
  const epact = (19 * golden + 24) % 30;
  const fullMoon = epact === 29 || (epact === 28 && golden > 10) ? epact - 1 : epact;
  const weekday = (year + Math.floor(year / 4) + fullMoon - 13) % 7;
  return addDays(`${year}-03-28`, fullMoon - weekday);
}

export function isPublicHoliday(day: string): boolean {
  const easter = easterOf(Number(day.slice(0, 4)));
  return fixed.has(day.slice(5)) || afterEaster.some((days) => addDays(easter, days) === day);
}

/** Weekends and holidays, and the day between the two (brugdag). */
function isFree(day: string): boolean {
  const weekday = new Date(day).getUTCDay();
  if (weekday === 0 || weekday === 6 || isPublicHoliday(day)) return true;
  return (weekday === 1 && isPublicHoliday(addDays(day, 1))) || (weekday === 5 && isPublicHoliday(addDays(day, -1)));
}

function hasFreeDay(first: string, last: string): boolean {
  return isFree(first) || (first < last && hasFreeDay(addDays(first, 1), last));
}

const moved = (local: string, days: number): string => addDays(local.slice(0, 10), days) + local.slice(10);

/** An event on a day off is held on the first working days after it. */
export function onWorkingDays(event: DemoEvent): DemoEvent {
  const [first, last] = [event.from.slice(0, 10), event.to.slice(0, 10)];
  let days = 0;
  while (hasFreeDay(addDays(first, days), addDays(last, days))) days += 1;
  return { ...event, from: moved(event.from, days), to: moved(event.to, days) };
}
