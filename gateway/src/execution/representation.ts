import type { GraphQLSchema } from 'graphql';
import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { merge } from './merge.js';
import { isTree, ownValue, setOwn, type Tree } from './tree.js';
import { typeCondition } from './type-condition.js';

/** Makes of an object what another subgraph needs to find it, or null when a part of that is missing. */
export type MakeRepresentation = (object: Tree) => Tree | null;

type Part =
  | { key: string; value?: (from: unknown) => unknown }
  | { applies: (name: unknown) => boolean; make: MakeRepresentation };

/** Compiles the `requires` of a fetch. */
export function compileRepresentation(
  selections: readonly QueryPlanSelectionNode[],
  schema: GraphQLSchema,
): MakeRepresentation {
  const parts = selections.flatMap((selection) => partOf(selection, schema));
  return (object) => {
    let made: Tree | undefined;
    for (const part of parts) {
      if ('key' in part) {
        const { key, value } = part;
        const given = ownValue(object, key);
        if (given === undefined) return null;
        setOwn((made ??= {}), key, value ? value(given) : given);
      } else if (part.applies(object['__typename'])) {
        // A fragment of which a field is missing is left out as a whole; another one may do.
        const more = part.make(object);
        if (made && more) merge(made, more);
        else made ??= more ?? undefined;
      }
    }
    return made ?? {};
  };
}

function partOf(selection: QueryPlanSelectionNode, schema: GraphQLSchema): Part[] {
  if (selection.kind === 'Field') {
    const { alias, name, selections } = selection;
    const make = selections && compileRepresentation(selections, schema);
    return [{ key: alias ?? name, value: make && ((from) => nested(from, make)) }];
  }
  if (!selection.typeCondition) return [];
  const make = compileRepresentation(selection.selections, schema);
  return [{ applies: typeCondition(schema, selection.typeCondition), make }];
}

function nested(value: unknown, make: MakeRepresentation): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => nested(item, make));
  return isTree(value) ? make(value) : null;
}
