import { sizeOfPage } from '@lokaal/shared/arguments';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type ArgumentNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

type Variables = Readonly<Record<string, unknown>>;

type Size = (variables: Variables) => number;

/** A list that an operation asks for, and the lists in each of its rows. */
export interface Page {
  readonly size: Size;
  readonly within: readonly Page[];
}

/** Rows that pages hold at most: those of a page, and for each of them the rows of the pages in it. */
export const rowsOf = (pages: readonly Page[], variables: Variables): number =>
  pages.reduce((sum, { size, within }) => sum + size(variables) * (1 + rowsOf(within, variables)), 0);

/** A page may have no size that is none, also where its rows are only counted. */
const judged = (size: Size): Page => ({ size: (variables) => Math.min(size(variables), 0), within: [] });

/** The pages of an operation, also those that `@skip` and `@include` may leave out. */
export function pagesOf({ schema, document, operation }: Operation): readonly Page[] {
  const root = schema.getRootType(operation.operation);
  return root ? new PageWalk(schema, document, operation).in(root, operation.selectionSet) : [];
}

/** Written out, fragments make no more fields than another limit lets through, and no circles. */
class PageWalk {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {}

  /** What is selected of a connection is told the size of its page: its lists have as many rows, a mere count has none. */
  in(parent: GraphQLCompositeType, { selections }: SelectionSetNode, size?: Size): readonly Page[] {
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return this.field(parent, selection, size);
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return this.in(this.on(selection) ?? parent, selection.selectionSet, size);
      const fragment = this.fragment(selection.name.value);
      return fragment ? this.in(this.on(fragment) ?? parent, fragment.selectionSet, size) : [];
    });
  }

  private field(parent: GraphQLCompositeType, node: FieldNode, sizeOfParent?: Size): readonly Page[] {
    const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    const type = field && getNamedType(field.type);
    if (!isCompositeType(type) || !node.selectionSet) return [];
    const size = this.sizeOf(field!, node);
    if (!isListType(getNullableType(field!.type)))
      return [...(size ? [judged(size)] : []), ...this.in(type, node.selectionSet, size)];
    const within = this.in(type, node.selectionSet);
    const rows = size ?? sizeOfParent;
    return rows ? [{ size: rows, within }] : within;
  }

  private fragment(name: string): FragmentDefinitionNode | undefined {
    const isIt = (one: DefinitionNode): one is FragmentDefinitionNode =>
      one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name;
    return this.document.definitions.find(isIt);
  }

  private on({ typeCondition }: InlineFragmentNode | FragmentDefinitionNode): GraphQLCompositeType | undefined {
    const type = typeCondition && this.schema.getType(typeCondition.name.value);
    return isCompositeType(type) ? type : undefined;
  }

  /** Of a connection what `first` or `last` says, of what is asked for by ids their number; other lists are short. */
  private sizeOf({ args }: GraphQLField<unknown, unknown>, { arguments: given = [] }: FieldNode): Size | undefined {
    const takes = (name: string) => args.some((one) => one.name === name);
    const valueOf = (name: string) => this.valueOf(given.find((one) => one.name.value === name));
    if (takes('first')) {
      const [first, last] = [valueOf('first'), valueOf('last')];
      return (variables) => sizeOfPage({ first: first(variables), last: last(variables) });
    }
    if (!takes('ids')) return undefined;
    const ids = valueOf('ids');
    return (variables) => [ids(variables)].flat().length;
  }

  private valueOf(argument: ArgumentNode | undefined): (variables: Variables) => unknown {
    const { value } = argument ?? {};
    if (value?.kind !== Kind.VARIABLE) {
      const literal = value && valueFromASTUntyped(value);
      return () => literal;
    }
    const name = value.name.value;
    const fallback = this.defaultOf(name);
    return (variables) => (variables[name] === undefined ? fallback : variables[name]);
  }

  private defaultOf(name: string): unknown {
    const { variableDefinitions = [] } = this.operation;
    const value: ValueNode | undefined = variableDefinitions.find(
      ({ variable }) => variable.name.value === name,
    )?.defaultValue;
    return value && valueFromASTUntyped(value);
  }
}
