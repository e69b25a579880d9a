import { isCompositeType, isObjectType, type GraphQLCompositeType } from 'graphql';
import { emptyTree, isInherited, isTree, type Tree } from '../tree.js';
import { collectFields, type Asked, type CollectedField, type Question } from './collect.js';
import { introspection } from './introspection.js';
import { failed, forbidden, tell, type FieldName, type Shaper, type Walk } from './outcome.js';
import { shaperOf } from './values.js';

/** Gives the asked fields of an object, or `forbidden` when one of them may not be null but is. */
type ObjectShaper = (value: Tree, walk: Walk) => Tree | typeof forbidden;

/** Compiles a selection for each type of object that comes, when the first one comes. */
function objectsOf(asked: readonly Asked[], field: FieldName, question: Question): Shaper {
  const byType = new Map<unknown, ObjectShaper>();
  const type = asked[0]!.type.name;
  return (value, walk) => {
    if (value == null) return null;
    if (!isTree(value)) throw new Error(`Invalid non-object value returned by subgraph for composite type ${type}`);
    const typename = value['__typename'] || undefined;
    let shape = byType.get(typename);
    if (!shape) {
      const known = typename === undefined ? undefined : compositeNamed(typename, question);
      if (typename !== undefined && !known) {
        tell(walk, ['Invalid __typename found for object at', '.'], { type, field });
        return failed;
      }
      shape = compileObject(asked, known, question);
      byType.set(typename, shape);
    }
    const shaped = shape(value, walk);
    return shaped === forbidden ? failed : shaped;
  };
}

function compositeNamed(typename: unknown, { schema }: Question): GraphQLCompositeType | undefined {
  if (typeof typename !== 'string') throw new Error('Invalid non-string value for __typename');
  const type = schema.getType(typename);
  return isCompositeType(type) ? type : undefined;
}

/** Parallel arrays and plain objects, because this is where most of the time of an answer goes. */
export function compileObject(
  asked: readonly Asked[],
  type: GraphQLCompositeType | undefined,
  question: Question,
): ObjectShaper {
  const fields = collectFields(asked, type, question);
  const keys = fields.map(({ key }) => key);
  const shapers = fields.map((field) => fieldShaper(field, question));
  const inherited = keys.map(isInherited);
  const create = keys.includes('__proto__') ? emptyTree : (): Tree => ({});
  return (value, walk) => {
    const shaped = create();
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index]!;
      const given = inherited[index] && !Object.hasOwn(value, key) ? null : value[key];
      walk.place.push(key);
      const result = shapers[index]!(given, walk, value);
      walk.place.pop();
      if (result === forbidden) return forbidden;
      shaped[key] = result === failed ? null : result;
    }
    return shaped;
  };
}

function fieldShaper(collected: CollectedField, question: Question): Shaper {
  const { key, parentType, type, asked, nodes } = collected;
  const field = { key, parentType: parentType.name };
  if (type) return shaperOf(type, { field, asked, objects: (some, name) => objectsOf(some, name, question) });
  return nodes[0]?.name.value === '__typename' ? typenameOf(key, parentType, question) : introspection(nodes, question);
}

/** An alias may not have been fetched as such, and of an object whose type was never in doubt nothing was fetched. */
function typenameOf(key: string, parentType: GraphQLCompositeType, { schema }: Question): Shaper {
  return (value, _walk, parent) => {
    const given = value ?? (key === '__typename' ? null : (parent as Tree)['__typename']);
    const type = (typeof given === 'string' && schema.getType(given)) || parentType;
    return isObjectType(type) ? type.name : forbidden;
  };
}
