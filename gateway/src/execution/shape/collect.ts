import {
  getNamedType,
  isCompositeType,
  isUnionType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isLeftOut } from '../conditions.js';
import { isOfType } from '../type-condition.js';

export interface Question {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Value of a variable of `@skip` or `@include`. */
  readonly condition: (variable: string) => boolean;
}

/** A selection with the type in which it is written. */
export interface Asked {
  readonly type: GraphQLCompositeType;
  readonly selectionSet: SelectionSetNode;
}

/** Everything that is asked under one response key. */
export interface CollectedField {
  readonly key: string;
  readonly parentType: GraphQLCompositeType;
  readonly nodes: FieldNode[];
  /** Unknown for fields that every type has, such as `__typename`. */
  readonly type?: GraphQLOutputType;
  readonly asked: Asked[];
}

interface Place {
  /** Where the fields are defined. */
  readonly definedIn: GraphQLCompositeType;
  /** As which type the object is seen. */
  readonly seenAs: GraphQLCompositeType;
}

/**
 * The fields of an object of this type, in the order of the answer. Without a type (the answer has no `__typename`)
 * each selection sees the object as the type in which it is written.
 */
export function collectFields(asked: readonly Asked[], type: GraphQLCompositeType | undefined, question: Question) {
  const collector = new FieldCollector(type, question);
  for (const { selectionSet, type: written } of asked) {
    collector.collect(selectionSet, { definedIn: written, seenAs: type ?? written });
  }
  return [...collector.fields.values()];
}

class FieldCollector {
  readonly fields = new Map<string, CollectedField>();
  /** Each fragment once: written again, it asks for nothing more. */
  private readonly read = new Set<string>();

  constructor(
    private readonly type: GraphQLCompositeType | undefined,
    private readonly question: Question,
  ) {}

  collect({ selections }: SelectionSetNode, place: Place): void {
    for (const selection of selections) {
      if (isLeftOut(selection, this.question.condition)) continue;
      if (selection.kind === Kind.FIELD) this.add(selection, place);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.collectOn(selection.typeCondition?.name.value, selection.selectionSet, place);
      } else if (!this.read.has(selection.name.value)) {
        const fragment = this.question.fragments.get(selection.name.value)!;
        const applied = this.collectOn(fragment.typeCondition.name.value, fragment.selectionSet, place);
        if (applied) this.read.add(selection.name.value);
      }
    }
  }

  private collectOn(condition: string | undefined, selectionSet: SelectionSetNode, place: Place): boolean {
    if (condition === undefined) {
      this.collect(selectionSet, place);
      return true;
    }
    const { schema } = this.question;
    const wanted = schema.getType(condition);
    if (!isCompositeType(wanted) || !isOfType(schema, (this.type ?? place.seenAs).name, condition)) return false;
    this.collect(selectionSet, { definedIn: wanted, seenAs: wanted });
    return true;
  }

  private add(node: FieldNode, { definedIn, seenAs }: Place): void {
    const key = node.alias?.value ?? node.name.value;
    const definition = isUnionType(definedIn) ? undefined : definedIn.getFields()[node.name.value];
    const known = this.fields.get(key);
    const field = known ?? { key, parentType: seenAs, nodes: [], type: definition?.type, asked: [] };
    this.fields.set(key, field);
    field.nodes.push(node);
    const named = definition && getNamedType(definition.type);
    if (node.selectionSet && isCompositeType(named)) field.asked.push({ type: named, selectionSet: node.selectionSet });
  }
}
