import { type Sql, sql } from './sql.js';

/** A moment as the DateTime scalar writes it: in UTC, with milliseconds. */
export const momentOf = (value: Sql): Sql =>
  sql`to_char((${value})::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
