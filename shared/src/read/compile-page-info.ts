import { cursorOf, signatureOf } from './cursor.js';
import type { List } from './list.js';
import { isBeyond, isOfPage, rowNumber } from './page-rows.js';
import { objectTypeOf, type Selected } from './scope.js';
import { constant, integer, jsonObject, type Sql, sql } from './sql.js';

/** Where the page lies within its list. */
export function compilePageInfo(list: List, part: Selected): Sql {
  const type = objectTypeOf(part);
  const { fields, typenames } = list.scope.select(type, part.nodes);
  const more = sql`count(*) > ${integer(list.size)}`;
  const { backwards } = list;
  const values: Record<string, () => Sql> = {
    hasNextPage: () => (backwards ? isBeyond(list, 'before') : more),
    hasPreviousPage: () => (backwards ? more : isBeyond(list, 'after')),
    startCursor: () => edgeCursor(list, backwards ? sql`desc` : sql`asc`),
    endCursor: () => edgeCursor(list, backwards ? sql`asc` : sql`desc`),
  };
  return jsonObject([
    ...typenames.map((key): [string, Sql] => [key, constant(type.name)]),
    ...fields.map((field): [string, Sql] => [field.key, values[field.name]!()]),
  ]);
}

/** The cursor of a row of the list. */
export const cursorIn = ({ order }: List): Sql => cursorOf(order, constant(signatureOf(order)));

/** The cursor of the page's first or last row. */
const edgeCursor = (list: List, direction: Sql): Sql =>
  sql`(array_agg(${cursorIn(list)} order by ${rowNumber(list)} ${direction}) filter (where ${isOfPage(list)}))[1]`;
