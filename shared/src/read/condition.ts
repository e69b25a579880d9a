import { join, Sql, sql } from './sql.js';

/** A condition on a row. `always` and `never` are known while compiling and vanish from the statement. */
export type Condition = Sql | 'always' | 'never';

/** The rows of a model that everybody may see. */
export const everyone: Condition = 'always';
export const nobody: Condition = 'never';

export function anyOf(...conditions: Condition[]): Condition {
  if (conditions.includes('always')) return 'always';
  return combine(conditions, ' or ', 'never');
}

export function allOf(...conditions: Condition[]): Condition {
  if (conditions.includes('never')) return 'never';
  const all = combine(conditions, ' and ', 'always');
  return all instanceof Sql ? new Conjunction(all, conditions.flatMap(conjunctsOf)) : all;
}

/** Conditions that must all hold, still known one by one. */
class Conjunction extends Sql {
  constructor(
    { parts }: Sql,
    readonly conjuncts: readonly Sql[],
  ) {
    super(parts);
  }
}

/** The conditions of which each must hold for this one to hold. */
export function conjunctsOf(condition: Condition): readonly Sql[] {
  if (condition instanceof Conjunction) return condition.conjuncts;
  return condition instanceof Sql ? [condition] : [];
}

export function not(condition: Condition): Condition {
  if (condition === 'always') return 'never';
  if (condition === 'never') return 'always';
  // a comparison with null is neither true nor false; its opposite holds where it is not true
  return sql`(${condition}) is not true`;
}

/** The condition as an SQL expression, for a WHERE clause. */
export function asSql(condition: Condition): Sql {
  if (condition === 'always') return sql`true`;
  return condition === 'never' ? sql`false` : condition;
}

/** A condition that is known while compiling. */
export const known = (holds: boolean): Condition => (holds ? 'always' : 'never');

function combine(conditions: readonly Condition[], operator: string, empty: Condition): Condition {
  // whatever is not known by now is asked: a condition that went missing would show rows
  const open = conditions.filter((one): one is Sql => typeof one !== 'string');
  if (open.length === 0) return empty;
  if (open.length === 1) return open[0]!;
  // each in its own brackets: a rule that a model wrote by hand may hold an "or"
  const bracketed = open.map((one) => sql`(${one})`);
  return sql`(${join(bracketed, operator)})`;
}
