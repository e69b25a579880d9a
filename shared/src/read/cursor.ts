import { badArgument } from '../arguments/index.js';
import type { Column } from './columns.js';
import { join, type ParameterType, type Sql, sql } from './sql.js';

/** One term of an ordering: an expression that is never null, its type and its direction. */
export interface OrderTerm {
  readonly expression: Sql;
  readonly type: ParameterType;
  readonly descending: boolean;
  /** Part of the cursor's signature, for example NAME. */
  readonly label: string;
}

/** A cursor holds its ordering's signature, so that it is refused under another ordering instead of giving a wrong page. */
export const signatureOf = (terms: readonly OrderTerm[]): string =>
  terms.map(({ label, descending }) => `${label}${descending ? '-' : '+'}`).join();

/** The cursor of a row: base64url of the JSON [signature, value, ..., id]. */
export function cursorOf(terms: readonly OrderTerm[], signature: Sql): Sql {
  const values = terms.map(exactly);
  const json = sql`json_build_array(${join([signature, ...values], ', ')})::text`;
  return sql`translate(encode(convert_to(${json}, 'UTF8'), 'base64'), E'+/=\n', '-_')`;
}

/** JSON numbers would lose digits beyond 2^53, and moments must keep their microseconds. */
function exactly({ expression, type }: OrderTerm): Sql {
  if (type === 'bigint' || type === 'numeric') return sql`${expression}::text`;
  if (type !== 'timestamptz') return expression;
  return sql`to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** The values in a client's cursor; refuses what this ordering did not hand out. */
export function decodeCursor(cursor: unknown, terms: readonly OrderTerm[], argument: 'after' | 'before'): unknown[] {
  const values = parse(String(cursor));
  const fits =
    values?.length === terms.length + 1 &&
    values[0] === signatureOf(terms) &&
    terms.every((term, index) => fitsType(values[index + 1], term.type));
  if (fits) return values.slice(1);
  throw badArgument(argument, 'is not a cursor of this list in this order');
}

function parse(cursor: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const matches = (value: unknown, pattern: RegExp): value is string => typeof value === 'string' && pattern.test(value);

/** PostgreSQL knows no year 0000, and refuses 31 February, which Date would move to March. */
function isDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return value >= '0001' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const isMoment = (value: unknown): boolean =>
  matches(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/) &&
  isDay(value.slice(0, 10)) &&
  !Number.isNaN(Date.parse(value));

const isBigint = (value: unknown): boolean =>
  matches(value, /^-?\d{1,19}$/) && BigInt.asIntN(64, BigInt(value)) === BigInt(value);

const checks: Record<string, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && !value.includes('\0'),
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  bigint: isBigint,
  numeric: (value) => matches(value, /^-?\d{1,500}(\.\d{1,500})?$/),
  'double precision': (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  timestamptz: isMoment,
  date: (value) => matches(value, /^\d{4}-\d\d-\d\d$/) && isDay(value),
};

const fitsType = (value: unknown, type: string): boolean => checks[type]?.(value) ?? false;

/**
 * Rows after (or before) a position, as a keyset condition. With one direction it is a row comparison, which an index
 * answers at once, on page 1,000 as on page 1; mixed directions need the longer form, within a row comparison of the first
 * terms, for the index.
 */
export function beyond(
  terms: readonly OrderTerm[],
  position: readonly Sql[],
  { backwards, inclusive }: { readonly backwards: boolean; readonly inclusive: boolean },
): Sql {
  const sign = (term: OrderTerm): Sql => (term.descending !== backwards ? sql`<` : sql`>`);
  const equals = inclusive ? sql`=` : sql``;
  const turn = terms.findIndex(({ descending }) => descending !== terms[0]!.descending);
  const alike = turn === -1 ? terms : terms.slice(0, turn);
  const columns = alike.map(({ expression }) => expression);
  const row = (orEqual: Sql): Sql =>
    sql`(${join(columns, ', ')}) ${sign(terms[0]!)}${orEqual} (${join(position.slice(0, alike.length), ', ')})`;
  if (turn === -1) return row(equals);
  const branches = terms.map((term, index) => {
    const before = terms.slice(0, index).map((one, at) => sql`${one.expression} = ${position[at]!} and `);
    const last = index === terms.length - 1 ? equals : sql``;
    return sql`(${join(before, '')}${term.expression} ${sign(term)}${last} ${position[index]!})`;
  });
  return sql`(${row(sql`=`)} and (${join(branches, ' or ')}))`;
}

export const orderTerm = (
  expression: Sql,
  column: Pick<Column, 'type' | 'property'>,
  descending: boolean,
): OrderTerm => ({
  expression,
  type: column.type,
  descending,
  label: column.property,
});
