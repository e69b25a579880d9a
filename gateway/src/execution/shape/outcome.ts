import { GraphQLError } from 'graphql';
import type { Place } from '../object-path.js';

/** What came of one value, besides the value itself and a null that is in order. */
export const failed = Symbol('null because of a problem that was told');
export const forbidden = Symbol('null where the schema allows none, so the null goes up to the parent');

/** One pass through the data. */
export interface Walk {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where we are. */
  readonly place: (string | number)[];
  readonly problems: GraphQLError[];
}

/** Shapes one value; `parent` is the object that it was read from. */
export type Shaper = (value: unknown, walk: Walk, parent: object) => unknown;

export interface FieldName {
  /** Name of the type in which the field was asked. */
  readonly parentType: string;
  readonly key: string;
}

/** Notes a problem at the current place, in the words of Apollo Gateway: the text is for those who run the subgraph. */
export function tell(
  walk: Walk,
  [before, after]: readonly [string, string],
  at: { type: string; field: FieldName },
): void {
  const last = walk.place.at(-1);
  const where =
    typeof last === 'number'
      ? `array element of type ${at.type} at index ${last}`
      : `field ${at.field.parentType}.${at.field.key}`;
  const path: Place = [...walk.place];
  walk.problems.push(new GraphQLError(`${before} ${where}${after}`, { path, extensions: { code: 'INVALID_GRAPHQL' } }));
}
