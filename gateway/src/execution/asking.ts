import type { GraphQLSchema } from 'graphql';
import type { FetchNode } from './fetch.js';
import { compileRepresentation } from './representation.js';
import { compileRewrites } from './rewrites.js';
import { ownValue, type Tree } from './tree.js';

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
    const different = new DifferentRepresentations();
    for (const object of objects as readonly Tree[]) {
      const representation = make(object);
      if (representation?.['__typename']) different.add(representation, object);
    }
    if (rewrite) for (const representation of different.representations) rewrite(representation);
    return different;
  };
}

class DifferentRepresentations implements Asking {
  readonly representations: Tree[] = [];
  readonly asked: Tree[][] = [];
  /** Where those are that may be equal. Keys are mostly one text, and looking that up is cheaper than to make a text of all. */
  private readonly alike = new Map<string, number[]>();

  add(representation: Tree, object: Tree): void {
    const sign = signOf(representation);
    const alike = this.alike.get(sign);
    const known = alike?.find((index) => areEqual(this.representations[index]!, representation));
    if (known !== undefined) {
      this.asked[known]!.push(object);
      return;
    }
    if (alike) alike.push(this.asked.length);
    else this.alike.set(sign, [this.asked.length]);
    this.representations.push(representation);
    this.asked.push([object]);
  }
}

function signOf(representation: Tree): string {
  let last: unknown;
  for (const key in representation) last = representation[key];
  return typeof last === 'string' ? last : JSON.stringify(representation);
}

function areEqual(one: Tree, other: Tree): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isEqual(one[key], ownValue(other, key)));
}

const isEqual = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
