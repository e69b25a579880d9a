import { GraphQLError } from 'graphql';
import type { Column } from './columns.js';
import { join, type Sql, sql } from './sql.js';

/** One term of an ordering: an expression that is never null, its type and its direction. */
export interface OrderTerm {
  readonly expression: Sql;
  readonly type: string;
  readonly descending: boolean;
  /** Part of the cursor's signature, for example NAME. */
  readonly label: string;
}

/** A cursor holds its ordering's signature, so that it is refused under another ordering instead of giving a wrong page. */
export const signatureOf = (terms: readonly OrderTerm[]): string =>
  terms.map(({ label, descending }) => `${label}${descending ? '-' : '+'}`).join();

/** The cursor of a row: base64url of the JSON [signature, value, ..., id]. */
export function cursorOf(terms: readonly OrderTerm[], signature: Sql): Sql {
  const values = terms.map(({ expression }) => expression);
  const json = sql`json_build_array(${join([signature, ...values], ', ')})::text`;
  return sql`translate(encode(convert_to(${json}, 'UTF8'), 'base64'), E'+/=\n', '-_')`;
}

/** The values in a client's cursor; refuses what this ordering did not hand out. */
export function decodeCursor(cursor: unknown, terms: readonly OrderTerm[], argument: 'after' | 'before'): unknown[] {
  const values = parse(String(cursor));
  const fits =
    values?.length === terms.length + 1 &&
    values[0] === signatureOf(terms) &&
    terms.every((term, index) => fitsType(values[index + 1], term.type));
  if (fits) return values.slice(1);
  throw new GraphQLError(`The cursor in "${argument}" is not one of this list in this order.`, {
    extensions: { code: 'BAD_USER_INPUT', argument },
  });
}

function parse(cursor: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isMoment = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value));

const checks: Record<string, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && !value.includes('\0'),
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  bigint: (value) => Number.isSafeInteger(value),
  numeric: (value) => typeof value === 'number' && Number.isFinite(value),
  'double precision': (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  timestamptz: isMoment,
  date: isMoment,
};

const fitsType = (value: unknown, type: string): boolean => checks[type]?.(value) ?? false;

/**
 * Rows after (or before) a position, as a keyset condition. With one direction it is a row comparison, which an index
 * answers at once, on page 1,000 as on page 1; mixed directions need the longer form.
 */
export function beyond(
  terms: readonly OrderTerm[],
  position: readonly Sql[],
  backwards: boolean,
  inclusive = false,
): Sql {
  const sign = (term: OrderTerm): Sql => (term.descending !== backwards ? sql`<` : sql`>`);
  const equals = inclusive ? sql`=` : sql``;
  if (terms.every(({ descending }) => descending === terms[0]!.descending)) {
    const columns = join(
      terms.map(({ expression }) => expression),
      ', ',
    );
    return sql`(${columns}) ${sign(terms[0]!)}${equals} (${join(position, ', ')})`;
  }
  const branches = terms.map((term, index) => {
    const before = terms.slice(0, index).map((one, at) => sql`${one.expression} = ${position[at]!} and `);
    const last = index === terms.length - 1 ? equals : sql``;
    return sql`(${join(before, '')}${term.expression} ${sign(term)}${last} ${position[index]!})`;
  });
  return sql`(${join(branches, ' or ')})`;
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
