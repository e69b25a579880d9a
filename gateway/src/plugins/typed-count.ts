import {
  getNamedType,
  type GraphQLCompositeType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** What a field or a fragment counts by itself. */
type Own = (selection: SelectionNode) => number;

/**
 * Counts an operation as the planner takes it: what is selected on an interface is there once for each type that it may be.
 * Each fragment is gone through once for what it is spread in, so that fragments in fragments multiply the number only.
 */
export class TypedCount {
  private readonly fragments = new Map<string, number>();

  constructor(
    private readonly context: ValidationContext,
    private readonly own: Own,
  ) {}

  of({ operation, selectionSet }: OperationDefinitionNode): number {
    const root = this.context.getSchema().getRootType(operation);
    return root ? this.in(root, selectionSet) : 0;
  }

  private in(parent: GraphQLCompositeType, { selections }: SelectionSetNode): number {
    return selections.reduce((sum, selection) => sum + this.selection(parent, selection), 0);
  }

  private selection(parent: GraphQLCompositeType, selection: SelectionNode): number {
    if (selection.kind === Kind.FIELD)
      return this.typesOf(parent) * (this.own(selection) + this.below(parent, selection));
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : this.context.getFragment(selection.name.value);
    if (!fragment) return 0;
    const type = this.narrowed(parent, fragment);
    return this.typesOf(type) * this.own(selection) + this.fragment(type, fragment);
  }

  private below(parent: GraphQLCompositeType, { name, selectionSet }: FieldNode): number {
    const field = isUnionType(parent) ? undefined : parent.getFields()[name.value];
    const type = field && getNamedType(field.type);
    return selectionSet && isCompositeType(type) ? this.in(type, selectionSet) : 0;
  }

  private fragment(type: GraphQLCompositeType, fragment: InlineFragmentNode | FragmentDefinitionNode): number {
    if (fragment.kind === Kind.INLINE_FRAGMENT) return this.in(type, fragment.selectionSet);
    const key = `${fragment.name.value} ${type.name}`;
    const known = this.fragments.get(key);
    if (known !== undefined) return known;
    // Also ends a cycle, which another rule reports.
    this.fragments.set(key, 0);
    const number = this.in(type, fragment.selectionSet);
    this.fragments.set(key, number);
    return number;
  }

  /** An object stays what it is, whatever interface a fragment is on. */
  private narrowed(
    parent: GraphQLCompositeType,
    { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  ): GraphQLCompositeType {
    const type = typeCondition && this.context.getSchema().getType(typeCondition.name.value);
    return isObjectType(parent) || !isCompositeType(type) ? parent : type;
  }

  private typesOf(type: GraphQLCompositeType): number {
    return isAbstractType(type) ? this.context.getSchema().getPossibleTypes(type).length : 1;
  }
}
