import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  type FieldNode,
  type SelectionSetNode,
  introspectionTypes,
  type ValidationContext,
} from 'graphql';
import type { CountRule } from './count-selections.js';

const introspectionType = (name: string): GraphQLObjectType =>
  introspectionTypes.find((type) => type.name === name) as GraphQLObjectType;

/**
 * What an operation asks about the schema, in values of the answer, however often and under whatever names; `Infinity` once
 * the whole document asks for more than the limit. graphql-js gives such an answer in one go, in which nothing else is
 * answered, so it is gone through before, only as far as the limit.
 */
export function introspectionOf(context: ValidationContext, limit: number): CountRule {
  const schema = context.getSchema();
  const walk = new IntrospectionWalk(context, limit);
  return (selection, below) => {
    if (selection.kind !== Kind.FIELD) return below(selection.selectionSet);
    const { name, selectionSet } = selection;
    if (name.value === '__schema' && selectionSet)
      return walk.count(introspectionType('__Schema'), [schema], selectionSet);
    if (name.value === '__type' && selectionSet)
      return walk.count(introspectionType('__Type'), typesAsked(schema, selection), selectionSet);
    return 0;
  };
}

/** A name in a variable counts as all types: rules of validation do not know its value. */
function typesAsked(schema: GraphQLSchema, { arguments: given = [] }: FieldNode): readonly unknown[] {
  const name = given.find((one) => one.name.value === 'name')?.value;
  if (name?.kind === Kind.VARIABLE) return Object.values(schema.getTypeMap());
  return name?.kind === Kind.STRING ? [schema.getType(name.value)] : [];
}

class IntrospectionWalk {
  /** Names of the fragments that are written out now: one that holds itself is reported by another rule. */
  private readonly open = new Set<string>();

  constructor(
    private readonly context: ValidationContext,
    private left: number,
  ) {}

  /** Values that these parts of the schema answer to a selection. */
  count(type: GraphQLObjectType, parts: readonly unknown[], { selections }: SelectionSetNode): number {
    return selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + this.field(type, parts, selection);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + this.count(type, parts, selection.selectionSet);
      return sum + this.fragment(type, parts, selection.name.value);
    }, 0);
  }

  private field(type: GraphQLObjectType, parts: readonly unknown[], { name, selectionSet }: FieldNode): number {
    const field = type.getFields()[name.value];
    if (this.left < parts.length) return Infinity;
    this.left -= parts.length;
    if (!field?.resolve || !selectionSet) return parts.length;
    const info = { schema: this.context.getSchema() } as GraphQLResolveInfo;
    const answers = parts.flatMap((part) => field.resolve?.(part, { includeDeprecated: true }, undefined, info) ?? []);
    return parts.length + this.count(getNamedType(field.type) as GraphQLObjectType, answers, selectionSet);
  }

  private fragment(type: GraphQLObjectType, parts: readonly unknown[], name: string): number {
    const fragment = this.context.getFragment(name);
    if (!fragment || this.open.has(name)) return 0;
    this.open.add(name);
    const size = this.count(type, parts, fragment.selectionSet);
    this.open.delete(name);
    return size;
  }
}
