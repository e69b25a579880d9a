/** An object of an answer, by response keys. */
export type Tree = Record<string, unknown>;

/** Without a prototype: a key such as `__proto__` is a key like any other. */
export const emptyTree = (): Tree => Object.create(null) as Tree;

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Names that plain objects seem to have without having them. */
export const isInherited = (key: string): boolean => inherited.has(key);

/** What the object itself has under this key. */
export const ownValue = (object: Tree, key: string): unknown =>
  isInherited(key) && !Object.hasOwn(object, key) ? undefined : object[key];

/** Sets a key of its own, even one that plain objects inherit a setter for. */
export function setOwn(object: Tree, key: string, value: unknown): void {
  if (isInherited(key)) {
    Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
  } else object[key] = value;
}
