import { addDays } from '@lokaal/shared/config';
import { renewableDays } from './renewable-days.js';

/** A period of membership; days are 'YYYY-MM-DD', ends the first day on which something no longer holds. */
export interface Term {
  readonly from: string;
  readonly to: string;
  /** Until when it can be renewed without a gap. */
  readonly graceUntil: string;
}

/** Three months: as long as an authority needs to have an invoice approved. */
export const graceDays = 90;

/** The first term begins on the day of approval. */
export const firstTerm = (today: string): Term => termFrom(today);

/** Without a gap while the term or its grace lasts, else from today: a member who was away pays for no year of absence. */
export const nextTerm = ({ to, graceUntil }: Term, today: string): Term => termFrom(today < graceUntil ? to : today);

export const isRenewable = ({ to }: Pick<Term, 'to'>, today: string): boolean => addDays(to, -renewableDays) <= today;

function termFrom(from: string): Term {
  const to = yearLater(from);
  return { from, to, graceUntil: addDays(to, graceDays) };
}

/** A year from 29 February ends with 28 February: the day after is 1 March. */
function yearLater(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}
