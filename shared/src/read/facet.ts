import type { AnyReadModel, ReadModel, ToOne } from './model.js';
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

/** The relation to one row of which a column holds the key. */
export const relationBy = ({ options }: ReadModel<never>, column: string): ToOne | undefined =>
  Object.values(options.one ?? {})
    .map((relation) => relation())
    .find(({ via }) => via === column);

/** A facet by its field: one that the model declares, or the counts of the column of that name. */
export const facetNamed = ({ facets }: ReadModel<never>, name: string): Facet<never> =>
  facets.find((facet) => nameOfFacet(facet) === name) ?? { column: name };

/** The model that the facet's values are keys of. */
export const targetOf = (model: ReadModel<never>, { column, derived, keysOf }: Facet<never>) =>
  (derived ? keysOf?.() : relationBy(model, column)?.model) as ReadModel<never> | undefined;

/** The columns that the facets among these parts of a list are counted by. */
export const countedColumns = (scope: Scope, model: ReadModel<never>, parts: readonly Selected[]): string[] =>
  parts
    .filter(({ name }) => name === 'facets')
    .flatMap((part) => scope.select(objectTypeOf(part), part.nodes).fields)
    .map(({ name }) => facetNamed(model, name).column);
