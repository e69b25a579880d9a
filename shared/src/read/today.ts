import type { ColumnRef } from './columns.js';
import type { Condition } from './condition.js';
import { param, type Sql, sql } from './sql.js';

/** The clock's time, as a timestamptz; one parameter of a statement, however often it is used. */
export const now: Sql = param('timestamptz', (run) => run.now);

/** The day of a moment on the wall calendar of Flanders, as a date. */
export const dayOfMoment = (moment: Sql): Sql => sql`(${moment} at time zone 'Europe/Brussels')::date`;

/** The clock's day on the wall calendar of Flanders, as a date. */
export const today: Sql = dayOfMoment(now);

/** Holds when a day lies in a period of dates. The end is the first day on which it no longer holds, or null. */
export const holdsOn = (day: Sql, from: ColumnRef, to: ColumnRef): Condition =>
  sql`(${from} <= ${day} and coalesce(${to} > ${day}, true))`;

export const holdsToday = (from: ColumnRef, to: ColumnRef): Condition => holdsOn(today, from, to);
