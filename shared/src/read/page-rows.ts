import { allOf, asSql, type Condition } from './condition.js';
import { beyond, decodeCursor, type OrderTerm } from './cursor.js';
import { type List, tableOf } from './list.js';
import { identifier, integer, join, type Sql, sql } from './sql.js';

/** The rows of the page under the list's alias: one more than asked for when somebody wants to know whether there are more. */
export function pageRows(list: List, wantsMore: boolean): Sql {
  const { alias, order, backwards } = list;
  const condition = asSql(allOf(list.condition, position(list, 'after'), position(list, 'before')));
  // a part of the text: of a parameter the planner expects a tenth of the table, and plans each run anew
  const limit = integer(list.size + (wantsMore ? 1 : 0));
  const rows = sql`select ${identifier(alias)}.* from ${tableOf(list)} where ${condition} order by ${directions(order, backwards)} limit ${limit}`;
  if (!wantsMore && !backwards) return sql`(${rows})`;
  return sql`(select ${identifier(alias)}.*, row_number() over () as "§row" from (${rows}) ${identifier(alias)})`;
}

/** The number of a row as it was read, from the start or from the end. */
export const rowNumber = ({ alias }: List): Sql => sql`${identifier(alias)}."§row"`;

/** Leaves out the extra row that only tells that there are more. */
export const isOfPage = (list: List): Sql => sql`${rowNumber(list)} <= ${integer(list.size)}`;

/** Whether the list has rows on the other side of the cursor from which the page starts, the cursor's own row included. */
export function isBeyond(list: List, argument: 'after' | 'before'): Sql {
  const backwards = argument === 'after';
  const across = position(list, argument, { backwards, inclusive: true });
  if (across === 'always') return sql`false`;
  const condition = asSql(allOf(list.condition, across));
  // the nearest one: "exists" would let the planner look for it anywhere in the table
  return sql`coalesce((select true from ${tableOf(list)} where ${condition} order by ${directions(list.order, backwards)} limit 1), false)`;
}

/** Refuses what is no cursor of the list also where no rows are asked for, so that none is used. */
export function checkCursors({ scope, selected, order }: List): void {
  scope.checks.push((run) => {
    const given = run.argumentsOf(selected.field, selected.nodes[0]!);
    for (const argument of ['after', 'before'] as const)
      if (isGiven(given[argument])) decodeCursor(given[argument], order, argument);
  });
}

const isGiven = (cursor: unknown): boolean => cursor !== null && cursor !== undefined;

const directions = (order: readonly OrderTerm[], backwards: boolean): Sql =>
  join(
    order.map(({ expression, descending }) =>
      descending === backwards ? sql`${expression} asc` : sql`${expression} desc`,
    ),
    ', ',
  );

function position(
  list: List,
  argument: 'after' | 'before',
  side = { backwards: argument === 'before', inclusive: false },
): Condition {
  const { scope, selected, order } = list;
  if (!isGiven(scope.structure(selected)[argument])) return 'always';
  const values = order.map(({ type }, index) =>
    scope.argument(selected, [argument], { type, map: (cursor) => decodeCursor(cursor, order, argument)[index] }),
  );
  return beyond(order, values, side);
}
