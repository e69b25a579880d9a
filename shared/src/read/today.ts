import type { ColumnRef } from './columns.js';
import type { Condition } from './condition.js';
import { param, type Sql, sql } from './sql.js';

/** The clock's time, as a timestamptz; one parameter of a statement, however often it is used. */
export const now: Sql = param('timestamptz', (run) => run.now);

/** The clock's day on the wall calendar of Flanders, as a date. */
export const today: Sql = sql`(${now} at time zone 'Europe/Brussels')::date`;

/** Holds when today lies in a period of dates. The end is the first day on which it no longer holds, or null. */
export const holdsToday = (from: ColumnRef, to: ColumnRef): Condition =>
  sql`(${from} <= ${today} and coalesce(${to} > ${today}, true))`;
