import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isLeafType,
  isListType,
  Kind,
  type ASTNode,
  type ASTVisitor,
  type GraphQLLeafType,
  type ValidationContext,
  type ValidationRule,
  type ValueNode,
} from 'graphql';
import { expectationOf } from './refused-value.js';

/**
 * Refuses literals, defaults of variables among them, that their scalar or enum cannot read. Unlike the rule of graphql-js
 * it names the place and what is expected there, and never quotes the value.
 * @param readerOf the type that reads the literals of a leaf type; undefined leaves them alone
 */
export const leafValuesRule =
  (readerOf: (type: GraphQLLeafType) => GraphQLLeafType | undefined): ValidationRule =>
  (context: ValidationContext): ASTVisitor => {
    const check = (node: ValueNode, ...[, parent, , ancestors]: Place) => {
      const type = getNamedType(context.getInputType());
      const reader = isLeafType(type) ? readerOf(type) : undefined;
      const expected = reader && refusalOf(reader, node);
      if (expected) context.reportError(refused(node, `${placeOf([...ancestors, parent])}: ${expected}`));
    };
    return {
      ListValue: (node, ...place) => {
        // a list where a list belongs is judged by what it holds
        if (isListType(getNullableType(context.getParentInputType()))) return undefined;
        check(node, ...place);
        return false;
      },
      ObjectValue: check,
      StringValue: check,
      IntValue: check,
      FloatValue: check,
      BooleanValue: check,
      EnumValue: check,
    };
  };

type Ancestor = ASTNode | readonly ASTNode[] | undefined;
type Place = [key: unknown, parent: Ancestor, path: unknown, ancestors: readonly Ancestor[]];

function refusalOf(type: GraphQLLeafType, node: ValueNode): string | undefined {
  try {
    return type.parseLiteral(node, undefined) === undefined ? expectationOf(type, undefined) : undefined;
  } catch (error) {
    return expectationOf(type, error);
  }
}

/** For example: Argument "input.email". */
function placeOf(ancestors: readonly Ancestor[]): string {
  const names: string[] = [];
  let kind = 'Value';
  for (const one of ancestors) {
    if (!one || !('kind' in one)) continue;
    if (one.kind === Kind.VARIABLE_DEFINITION)
      [kind, names[0]] = ['Default of variable', `$${one.variable.name.value}`];
    else if (one.kind === Kind.ARGUMENT) [kind, names[0]] = ['Argument', one.name.value];
    else if (one.kind === Kind.OBJECT_FIELD) names.push(one.name.value);
  }
  return `${kind} "${names.join('.')}"`;
}

const refused = (nodes: ValueNode, message: string): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
