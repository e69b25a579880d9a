import type { GraphQLSchema } from 'graphql';
import type { FetchNode } from './fetch.js';
import { compileRepresentation } from './representation.js';
import { compileRewrites } from './rewrites.js';
import type { Tree } from './tree.js';

/** What is sent for objects, and whom each answer is for. */
export interface Asking {
  readonly representations: readonly Tree[];
  /** For each representation the objects that have it: the same entity may be at many places of an answer. */
  readonly asked: readonly (readonly Tree[])[];
}

/** Compiles the keys of a fetch. Objects that lack a part of the key, or are of another type, are not asked for. */
export function compileAsking(node: FetchNode, schema: GraphQLSchema): (objects: readonly object[]) => Asking {
  const make = compileRepresentation(node.requires ?? [], schema);
  const rewrite = compileRewrites(node.inputRewrites, schema);
  return (objects) => {
    const representations: Tree[] = [];
    const asked = new Map<string, Tree[]>();
    for (const object of objects as readonly Tree[]) {
      const representation = make(object);
      if (!representation?.['__typename']) continue;
      const identity = identityOf(representation);
      const same = asked.get(identity);
      if (same) same.push(object);
      else {
        rewrite?.(representation);
        asked.set(identity, [object]);
        representations.push(representation);
      }
    }
    return { representations, asked: [...asked.values()] };
  };
}

/** A text that only equal representations share; with its length, no value can pretend to be several. */
function identityOf(representation: Tree): string {
  let identity = '';
  for (const key of Object.keys(representation)) {
    const value = representation[key];
    if (typeof value !== 'string') return JSON.stringify(representation);
    identity += `${key}=${value.length}:${value};`;
  }
  return identity;
}
