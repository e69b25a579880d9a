import type { Dice } from './dice.js';

const dayLength = 86_400_000;
const dates = new Map<number, string>();

/** Each day is written once: the same few thousand are asked for again and again. */
function toDate(time: number): string {
  const known = dates.get(time);
  if (known !== undefined) return known;
  const date = new Date(time).toISOString().slice(0, 10);
  dates.set(time, date);
  return date;
}

export const addDays = (date: string, days: number): string => toDate(Date.parse(date) + days * dayLength);

const weekdays = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY'] as const;

/** That day, or the first such day of the week after it. */
export const weekdayFrom = (date: string, weekday: (typeof weekdays)[number]): string =>
  addDays(date, (weekdays.indexOf(weekday) - new Date(date).getUTCDay() + 7) % 7);

/** A day from the first up to and including the last. */
export const dayBetween = (by: Dice, first: string, last: string): string =>
  addDays(first, by.between(0, Math.max(0, (Date.parse(last) - Date.parse(first)) / dayLength)));

/** A moment within office hours of that day. */
export const momentOn = (by: Dice, date: string): string =>
  `${date}T${String(by.between(7, 15)).padStart(2, '0')}:${String(by.between(0, 59)).padStart(2, '0')}:00Z`;
