import { compareValues, normalText, typeOfColumn } from './naive-values.js';
import type { Row } from './rows.js';

type Filter = Readonly<Record<string, unknown>>;

/** What filters mean: conditions side by side must all hold, a missing value matches no comparison, null is no condition. */
export function matches(row: Row, filter: Filter | null | undefined): boolean {
  return Object.entries(filter ?? {}).every(([name, condition]) => {
    if (condition === null || condition === undefined) return true;
    if (name === 'and') return (condition as Filter[]).every((one) => matches(row, one));
    if (name === 'or') return (condition as Filter[]).some((one) => matches(row, one));
    if (name === 'not') return !matches(row, condition as Filter);
    return Object.entries(condition).every(
      ([operator, operand]) => operand == null || holds(row, name, { operator, operand }),
    );
  });
}

interface Comparison {
  readonly operator: string;
  readonly operand: unknown;
}

function holds(row: Row, column: string, { operator, operand }: Comparison): boolean {
  const value = row[column];
  if (operator === 'isNull') return (value === null) === operand;
  if (value === null) return false;
  const compare = (other: unknown): number => compareValues(typeOfColumn(column), value, other);
  const list = operand as unknown[];
  const text = (): [string, string] => [normalText(value as string), normalText(operand as string)];
  switch (operator) {
    case 'eq':
      return compare(operand) === 0;
    case 'ne':
      return compare(operand) !== 0;
    case 'in':
      return list.some((one) => compare(one) === 0);
    case 'notIn':
      return list.every((one) => compare(one) !== 0);
    case 'gt':
      return compare(operand) > 0;
    case 'gte':
      return compare(operand) >= 0;
    case 'lt':
      return compare(operand) < 0;
    case 'lte':
      return compare(operand) <= 0;
    case 'contains':
      return text()[0].includes(text()[1]);
    case 'startsWith':
      return text()[0].startsWith(text()[1]);
    case 'has':
      return (value as unknown[]).includes(operand);
    case 'hasAny':
      return list.some((one) => (value as unknown[]).includes(one));
    default:
      throw new Error(`The naive evaluation does not know ${operator}.`);
  }
}
