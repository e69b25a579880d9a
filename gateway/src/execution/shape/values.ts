import {
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';
import type { Asked } from './collect.js';
import { leafCheck } from './leaf-values.js';
import { failed, forbidden, tell, type FieldName, type Shaper } from './outcome.js';

export interface FieldOf {
  readonly field: FieldName;
  readonly asked: readonly Asked[];
  /** Shapes objects of a selection. */
  readonly objects: (asked: readonly Asked[], field: FieldName) => Shaper;
}

/** Compiles the shaping of values of this type, lists and nulls included. */
export function shaperOf(type: GraphQLOutputType, of: FieldOf): Shaper {
  if (isNonNullType(type)) {
    const inner = type.ofType as GraphQLOutputType;
    return neverNull(shaperOf(inner, of), String(inner), of.field);
  }
  if (isListType(type)) return listOf(shaperOf(type.ofType, of), String(type));
  if (isLeafType(type)) return leafOf(type, of.field);
  if (isCompositeType(type)) return of.objects(of.asked, of.field);
  throw new Error(`${String(type)} is no type of a field.`);
}

function neverNull(inner: Shaper, type: string, field: FieldName): Shaper {
  return (value, walk, parent) => {
    const shaped = inner(value, walk, parent);
    if (shaped === null) tell(walk, ['Cannot return null for non-nullable', '.'], { type, field });
    return shaped === null || shaped === failed ? forbidden : shaped;
  };
}

function listOf(item: Shaper, type: string): Shaper {
  return (value, walk, parent) => {
    if (value == null) return null;
    if (!Array.isArray(value)) throw new Error(`Invalid non-list value returned by subgraph for list type ${type}`);
    const list: unknown[] = [];
    let isWhole = true;
    const { place } = walk;
    for (let index = 0; index < value.length; index += 1) {
      place.push(index);
      const shaped = item(value[index], walk, parent);
      place.pop();
      if (shaped === forbidden) isWhole = false;
      list.push(shaped === failed ? null : shaped);
    }
    return isWhole ? list : failed;
  };
}

function leafOf(type: GraphQLLeafType, field: FieldName): Shaper {
  const isValid = leafCheck(type);
  if (!isValid) return (value) => value ?? null;
  return (value, walk) => {
    if (value == null) return null;
    if (isValid(value)) return value;
    tell(walk, ['Invalid value found for', '.'], { type: type.name, field });
    return failed;
  };
}
