import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isTree, ownValue, setOwn, type Tree } from './tree.js';
import { typeCondition } from './type-condition.js';

/** Changes an object in place. */
export type Rewrite = (object: unknown) => void;

const fragment = '... on ';

/**
 * Compiles what the planner wants changed in keys before they are sent, or in answers after they came: a `__typename` that
 * a subgraph knows by another name, or keys that had to be renamed because two of one name would not fit together.
 */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] = [],
  schema: GraphQLSchema,
): Rewrite | undefined {
  const compiled = rewrites.flatMap((rewrite) => {
    const key = rewrite.path.at(-1);
    return key === undefined ? [] : [atPath(rewrite.path.slice(0, -1), changeOf(rewrite, key), schema)];
  });
  if (compiled.length === 0) return undefined;
  return (object) => {
    for (const rewrite of compiled) rewrite(object);
  };
}

function changeOf(rewrite: FetchDataRewrite, key: string): (object: Tree) => void {
  if (rewrite.kind === 'ValueSetter') return (object) => setOwn(object, key, rewrite.setValueTo);
  const { renameKeyTo } = rewrite;
  return (object) => {
    const value = ownValue(object, key);
    if (value === undefined) return;
    setOwn(object, renameKeyTo, value);
    setOwn(object, key, undefined);
  };
}

function atPath(path: readonly string[], change: (object: Tree) => void, schema: GraphQLSchema): Rewrite {
  const [step, ...rest] = path;
  if (step === undefined) return forEach(change);
  const next = atPath(rest, change, schema);
  if (!step.startsWith(fragment)) return forEach((object) => next(ownValue(object, step)));
  const applies = typeCondition(schema, step.slice(fragment.length));
  return forEach((object) => {
    if (!object['__typename'] || applies(object['__typename'])) next(object);
  });
}

const forEach = (act: (object: Tree) => void): Rewrite => {
  const visit: Rewrite = (value) => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (isTree(value)) act(value);
  };
  return visit;
};
