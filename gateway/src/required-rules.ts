import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AccessRule } from '@lokaal/shared/auth';
import type { AccessRules } from './access-rules.js';

export interface RuledOperation {
  readonly schema: GraphQLSchema;
  readonly rules: AccessRules;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** With variables, what `@skip` and `@include` leave out asks for nothing. Without them everything counts. */
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Every access rule that an operation touches. Each fragment is read once, so nesting cannot multiply the work. */
export function requiredRules(ruled: RuledOperation): AccessRule[] {
  const root = ruled.schema.getRootType(ruled.operation.operation);
  const found = new Set<AccessRule>();
  if (root) collect(ruled.operation.selectionSet, root, { ...ruled, found, read: new Set() });
  return [...found];
}

interface Walk extends RuledOperation {
  readonly found: Set<AccessRule>;
  readonly read: Set<string>;
}

function collect({ selections }: SelectionSetNode, parent: GraphQLCompositeType, walk: Walk): void {
  for (const selection of selections) {
    if (walk.variables && isLeftOut(selection, walk.variables)) continue;
    if (selection.kind === Kind.FIELD) collectField(selection, parent, walk);
    else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collectOn(selection.typeCondition?.name.value ?? parent.name, selection.selectionSet, walk);
    } else if (!walk.read.has(selection.name.value)) {
      const name = selection.name.value;
      walk.read.add(name);
      const fragment = walk.document.definitions.find(
        (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
      );
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION)
        collectOn(fragment.typeCondition.name.value, fragment.selectionSet, walk);
    }
  }
}

function collectOn(typeName: string, selectionSet: SelectionSetNode, walk: Walk): void {
  const type = walk.schema.getType(typeName);
  add(typeName, walk);
  if (isCompositeType(type)) collect(selectionSet, type, walk);
}

function collectField({ name, selectionSet }: FieldNode, parent: GraphQLCompositeType, walk: Walk): void {
  const field = isUnionType(parent) ? undefined : parent.getFields()[name.value];
  if (!field) return;
  const type = getNamedType(field.type);
  add(`${parent.name}.${name.value}`, walk);
  add(type.name, walk);
  // A field of an interface is as closed as the most closed of its implementations.
  if (isAbstractType(parent)) {
    for (const possible of walk.schema.getPossibleTypes(parent)) add(`${possible.name}.${name.value}`, walk);
  }
  if (selectionSet && isCompositeType(type)) collect(selectionSet, type, walk);
}

function add(place: string, { rules, found }: Walk): void {
  for (const rule of rules.get(place) ?? []) found.add(rule);
}

/** A missing or wrong variable is refused later; until then its field counts as asked. */
function isLeftOut(selection: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  try {
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
    return skip?.['if'] === true || include?.['if'] === false;
  } catch {
    return false;
  }
}
