import { isInherited, isTree, ownValue, setOwn, type Tree } from './tree.js';

/**
 * Puts everything of the source into the target. What is an object in both is merged, and so are lists of the same length,
 * item by item; anything else of the source takes the place of what was there. Parts of the source are not copied.
 */
export function merge(target: Tree, source: Tree): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    if (isInherited(key)) setOwn(target, key, mergedValue(ownValue(target, key), value));
    else target[key] = mergedValue(target[key], value);
  }
}

function mergedValue(known: unknown, value: unknown): unknown {
  if (isTree(known) && isTree(value)) {
    // The same object, when two objects with the same key were given the same answer.
    if (known !== value) merge(known, value);
    return known;
  }
  if (!Array.isArray(known) || !Array.isArray(value) || known.length !== value.length) return value;
  value.forEach((item, index) => (known[index] = mergedValue(known[index], item)));
  return known;
}
