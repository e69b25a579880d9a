import { allOf, anyOf, type Condition, not } from './condition.js';
import { badArgument } from '../arguments/index.js';
import type { ColumnRef, ColumnType } from './columns.js';
import type { Place } from './place.js';
import { readable } from './readable.js';
import type { Selected } from './scope.js';
import { type ParameterType, type Sql, sql } from './sql.js';

type Path = readonly (string | number)[];

/** Conditions that one filter may hold: beyond it a statement costs more to plan than any list is worth. */
const conditionsAtMost = 200;

/** Values in a list to compare with, and characters of a text: no column that is filtered holds longer ones. */
const listAtMost = 100;
const textAtMost = 1000;

/** The condition of a `filter` argument: what its structure says, with the values as parameters. */
export function compileFilter(place: Place, selected: Selected): Condition {
  const filter = place.scope.structure(selected).filter as FilterInput | null | undefined;
  if (!filter) return 'always';
  if (sizeOf(filter) > conditionsAtMost) throw badArgument('filter', `holds at most ${conditionsAtMost} conditions`);
  return group({ ...place, selected }, filter, ['filter']);
}

type FilterInput = Readonly<Record<string, unknown>>;

/** Columns that are compared, and the groups around them; values count for nothing. */
function sizeOf(part: unknown): number {
  if (Array.isArray(part)) return total(part);
  return typeof part !== 'object' || part === null || part instanceof Date ? 0 : 1 + total(Object.values(part));
}

const total = (parts: readonly unknown[]): number => parts.reduce<number>((size, part) => size + sizeOf(part), 0);

/** The row that a filter is about. */
interface Filtered extends Place {
  readonly selected: Selected;
}

function group(filtered: Filtered, filter: FilterInput, path: Path): Condition {
  const conditions = Object.entries(filter).map(([name, value]): Condition => {
    if (value === null || value === undefined) return 'always';
    const at = [...path, name];
    const nested = (one: unknown, index: number) => group(filtered, one as FilterInput, [...at, index]);
    if (name === 'and') return allOf(...(value as unknown[]).map(nested));
    if (name === 'or') return anyOf(...(value as unknown[]).map(nested));
    if (name === 'not') return not(group(filtered, value as FilterInput, at));
    return comparisons(filtered, name, { operators: value as FilterInput, path: at });
  });
  return allOf(...conditions);
}

interface Compared {
  readonly operators: FilterInput;
  readonly path: Path;
}

function comparisons(filtered: Filtered, name: string, { operators, path }: Compared): Condition {
  const { scope, row, selected } = filtered;
  const column = row[name]!;
  const shown = isShown(filtered, name);
  const conditions = Object.entries(operators).map(([operator, value]): Condition => {
    // null means "no condition", as in every input of the graph; isNull asks for absence
    if (value === null || value === undefined) return 'always';
    if (operator === 'isNull')
      return value === true ? anyOf(column.isNull, not(shown)) : allOf(column.isNotNull, shown);
    const map = column.column.type === 'bigint' ? wholeNumber : (one: unknown) => one;
    const operand = (type: ParameterType): Sql =>
      scope.argument(selected, [...path, operator], { type, map: (given) => map(modest(given)) });
    return allOf(compare[operator]!(column, operand), shown);
  });
  return allOf(...conditions);
}

/**
 * To whom the row that a column points to is hidden, the column is empty, as it is where it is read: whoever has the id of a
 * hidden person cannot find by it what else tells of them.
 */
function isShown({ scope, model, row }: Filtered, name: string): Condition {
  const relations = Object.values(model.options.one ?? {}).map((relation) => relation());
  const target = relations.find(({ via }) => via === name)?.model;
  if (!target || target.options.visible(scope.viewer, target.row(name)) === 'always') return 'always';
  return readable(scope.viewer, target, row[name]!);
}

type Operand = (type: ParameterType) => Sql;
type Compare = (column: ColumnRef, operand: Operand) => Condition;

const typeOf = (column: ColumnRef): ColumnType => column.column.type;

const compare: Readonly<Record<string, Compare>> = {
  eq: (column, operand) => sql`${column} = ${operand(typeOf(column))}`,
  ne: (column, operand) => sql`${column} <> ${operand(typeOf(column))}`,
  in: (column, operand) => sql`${column} = any(${operand(`${typeOf(column)}[]`)})`,
  // nothing differs from all of an empty list in SQL, a missing value too
  notIn: (column, operand) => sql`${column} <> all(${operand(`${typeOf(column)}[]`)}) and ${column} is not null`,
  gt: (column, operand) => sql`${column} > ${operand(typeOf(column))}`,
  gte: (column, operand) => sql`${column} >= ${operand(typeOf(column))}`,
  lt: (column, operand) => sql`${column} < ${operand(typeOf(column))}`,
  lte: (column, operand) => sql`${column} <= ${operand(typeOf(column))}`,
  contains: (column, operand) => sql`${normal(column)} like '%' || ${escaped(normal(operand('text')))} || '%'`,
  startsWith: (column, operand) => sql`${normal(column)} like ${escaped(normal(operand('text')))} || '%'`,
  has: (column, operand) => sql`${column} @> array[${operand(typeOf(column))}]`,
  hasAny: (column, operand) => sql`${column} && ${operand(`${typeOf(column)}[]`)}`,
};

/** Text as people compare it: without case and accents. The trigram indexes are on the same expression. */
const normal = (text: Sql): Sql => sql`search_text(${text})`;

/** After normalising, which turns signs such as the full-width percent into the plain ones that LIKE acts on. */
const escaped = (text: Sql): Sql => sql`regexp_replace(${text}, '([\\\\%_])', '\\\\\\1', 'g')`;

/** Asked of every value that is bound, since one statement serves them all. */
function modest(given: unknown): unknown {
  if (Array.isArray(given) && given.length > listAtMost)
    throw badArgument('filter', `compares with at most ${listAtMost} values in one list`);
  for (const one of Array.isArray(given) ? given : [given])
    if (typeof one === 'string' && one.length > textAtMost)
      throw badArgument('filter', `compares with texts of at most ${textAtMost} characters`);
  return given;
}

/** A GraphQL Float where the column holds whole numbers. */
function wholeNumber(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(wholeNumber);
  if (given === null || Number.isSafeInteger(Number(given))) return given;
  throw badArgument('filter', 'compares whole numbers with something that is not one');
}
