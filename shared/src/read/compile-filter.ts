import { allOf, anyOf, type Condition, not } from './condition.js';
import { ColumnRef, type ReadRow } from './columns.js';
import type { Scope, Selected } from './scope.js';
import { type Sql, sql } from './sql.js';

type Path = readonly (string | number)[];

/** The condition of a `filter` argument: what its structure says, with the values as parameters. */
export function compileFilter(scope: Scope, row: ReadRow, selected: Selected): Condition {
  const filter = scope.structure(selected).filter as FilterInput | null | undefined;
  return filter ? group(scope, row, selected, filter, ['filter']) : 'always';
}

type FilterInput = Readonly<Record<string, unknown>>;

function group(scope: Scope, row: ReadRow, selected: Selected, filter: FilterInput, path: Path): Condition {
  const conditions = Object.entries(filter).map(([name, value]): Condition => {
    if (value === null || value === undefined) return 'always';
    const at = [...path, name];
    const nested = (one: unknown, index: number) => group(scope, row, selected, one as FilterInput, [...at, index]);
    if (name === 'and') return allOf(...(value as unknown[]).map(nested));
    if (name === 'or') return anyOf(...(value as unknown[]).map(nested));
    if (name === 'not') return not(group(scope, row, selected, value as FilterInput, at));
    return comparisons(scope, row[name]!, selected, value as FilterInput, at);
  });
  return allOf(...conditions);
}

function comparisons(
  scope: Scope,
  column: ColumnRef,
  selected: Selected,
  operators: FilterInput,
  path: Path,
): Condition {
  const conditions = Object.entries(operators).map(([operator, value]): Condition => {
    // null means "no condition", as in every input of the graph; isNull asks for absence
    if (value === null || value === undefined) return 'always';
    const operand = (type: string, map?: (given: unknown) => unknown): Sql =>
      scope.argument(selected, [...path, operator], type, map);
    return compare[operator]!(column, operand, value);
  });
  return allOf(...conditions);
}

type Operand = (type: string, map?: (given: unknown) => unknown) => Sql;
type Compare = (column: ColumnRef, operand: Operand, value: unknown) => Condition;

const typeOf = (column: ColumnRef): string => column.column.type;

const compare: Readonly<Record<string, Compare>> = {
  eq: (column, operand) => sql`${column} = ${operand(typeOf(column))}`,
  ne: (column, operand) => sql`${column} <> ${operand(typeOf(column))}`,
  in: (column, operand) => sql`${column} = any(${operand(`${typeOf(column)}[]`)})`,
  notIn: (column, operand) => sql`${column} <> all(${operand(`${typeOf(column)}[]`)})`,
  gt: (column, operand) => sql`${column} > ${operand(typeOf(column))}`,
  gte: (column, operand) => sql`${column} >= ${operand(typeOf(column))}`,
  lt: (column, operand) => sql`${column} < ${operand(typeOf(column))}`,
  lte: (column, operand) => sql`${column} <= ${operand(typeOf(column))}`,
  contains: (column, operand) =>
    sql`${normal(column)} like ${normal(operand('text', (given) => `%${escapeLike(given)}%`))}`,
  startsWith: (column, operand) =>
    sql`${normal(column)} like ${normal(operand('text', (given) => `${escapeLike(given)}%`))}`,
  isNull: (column, _operand, value) => (value === true ? column.isNull : column.isNotNull),
  has: (column, operand) => sql`${column} @> array[${operand(typeOf(column))}]`,
  hasAny: (column, operand) => sql`${column} && ${operand(`${typeOf(column)}[]`)}`,
};

/** Text as people compare it: without case and accents. The trigram indexes are on the same expression. */
const normal = (text: Sql): Sql => sql`search_text(${text})`;

const escapeLike = (given: unknown): string => String(given).replaceAll(/[\\%_]/g, '\\$&');
