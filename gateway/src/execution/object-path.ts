import type { QueryPlan } from '@apollo/query-planner';
import { isTree, ownValue } from './tree.js';

type FlattenPath = Extract<NonNullable<QueryPlan['node']>, { kind: 'Flatten' }>['path'];

/** Fields by response key; "@" stands for each element of a list. */
export type ObjectPath = readonly string[];
/** A place in the answer. */
export type Place = readonly (string | number)[];

const each = '@';

/** Throws on what this executor does not know: indexes, and the type conditions of an option of the planner that is off. */
export function objectPath(path: FlattenPath): ObjectPath {
  return path.map((step) => {
    if (typeof step === 'string' && !step.startsWith('|[')) return step;
    throw new Error(`The plan has a path that is not supported: ${path.join('.')}.`);
  });
}

/** The objects that are there, in the order of the answer. */
export function objectsAt(roots: readonly object[], path: ObjectPath): object[] {
  const found: object[] = [];
  for (const root of roots) visit(root, 0);
  return found;

  function visit(value: unknown, at: number): void {
    if (value == null) return;
    const step = path[at];
    if (step === undefined) {
      if (Array.isArray(value)) for (const item of value) visit(item, at);
      else if (typeof value === 'object') found.push(value);
    } else if (step === each) {
      for (const item of listAt(value, path)) visit(item, at + 1);
    } else if (isTree(value)) {
      visit(ownValue(value, step), at + 1);
    } else if (Array.isArray(value)) {
      throw new Error(`A subgraph gave a list where an object belongs, at ${path.join('.')}.`);
    }
  }
}

/** The same walk, with the places. Separate, because places are asked only after an error. */
export function placesOf(value: unknown, path: ObjectPath): { object: object; place: Place }[] {
  const places: { object: object; place: Place }[] = [];
  const walk = (current: unknown, at: number, place: Place): void => {
    if (current == null) return;
    const step = path[at];
    if (Array.isArray(current)) {
      current.forEach((item, index) => walk(item, step === each ? at + 1 : at, [...place, index]));
    } else if (step === undefined) {
      if (typeof current === 'object') places.push({ object: current, place });
    } else if (isTree(current)) walk(ownValue(current, step), at + 1, [...place, step]);
  };
  walk(value, 0, []);
  return places;
}

function listAt(value: unknown, path: ObjectPath): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`A subgraph gave something else where a list belongs, at ${path.join('.')}.`);
}
