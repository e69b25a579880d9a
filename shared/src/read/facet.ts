import type { AnyReadModel, ReadModel, ToMany, ToOne } from './model.js';
import type { Scope, Selected } from './scope.js';
import { objectTypeOf } from './scope.js';
import type { Sql } from './sql.js';

/** A facet: counts per value of a column, or of what follows from it, such as the province of an organisation. */
export interface Facet<E> {
  readonly column: Extract<keyof E, string>;
  /** What the column says is asked for, under a name of its own. Worked out once for each value of the column. */
  readonly derived?: { readonly name: string; readonly description: string; readonly of: (value: Sql) => Sql };
  /** What the derived values are keys of. */
  readonly keysOf?: () => AnyReadModel;
}

/** The field of the facets that it becomes. */
export const nameOfFacet = ({ column, derived }: Facet<never>): string => derived?.name ?? column;

/** A relation by its field. */
type Relation = readonly [field: string, relation: ToOne | ToMany];

/** The relation to the row that a column holds the key of, or to the rows that it lists. */
export const relationBy = ({ options }: ReadModel<never>, column: string): Relation | undefined =>
  Object.entries({ ...options.one, ...options.many })
    .map(([field, relation]): Relation => [field, relation()])
    .find(([, { via }]) => via === column);

/** A facet by its field: one that the model declares, or the counts of the column of that name. */
export const facetNamed = ({ facets }: ReadModel<never>, name: string): Facet<never> =>
  facets.find((facet) => nameOfFacet(facet) === name) ?? { column: name };

/** What a facet's values are keys of, and the column that has them. */
export interface Target {
  readonly model: ReadModel<never>;
  readonly key: string;
}

export function targetOf(from: ReadModel<never>, { column, derived, keysOf }: Facet<never>): Target | undefined {
  if (derived) return keysOf && { model: keysOf() as ReadModel<never>, key: 'id' };
  const relation = relationBy(from, column)?.[1];
  return relation && { key: 'id', ...relation };
}

/** The columns that the facets among these parts of a list are counted by. */
export const countedColumns = (scope: Scope, model: ReadModel<never>, parts: readonly Selected[]): string[] =>
  parts
    .filter(({ name }) => name === 'facets')
    .flatMap((part) => scope.select(objectTypeOf(part), part.nodes).fields)
    .map(({ name }) => facetNamed(model, name).column);
