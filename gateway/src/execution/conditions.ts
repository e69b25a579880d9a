import { Kind, type OperationDefinitionNode, type SelectionNode, type ValueNode } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** Reads the value of a Boolean variable. Throws when there is none, as an explicit null for a variable with a default. */
export function conditionValue(name: string, operation: OperationDefinitionNode): (variables: Variables) => boolean {
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  const byDefault = definition?.defaultValue?.kind === Kind.BOOLEAN ? definition.defaultValue.value : undefined;
  return (variables) => {
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = given === undefined ? byDefault : given;
    if (typeof value === 'boolean') return value;
    throw new Error(`The variable $${name} of @skip or @include has no Boolean value.`);
  };
}

/** Whether `@skip` or `@include` leave this out. */
export function isLeftOut({ directives }: SelectionNode, valueOf: (name: string) => boolean): boolean {
  if (!directives || directives.length === 0) return false;
  return ifArgument('skip', true) || ifArgument('include', false);

  function ifArgument(directive: string, leavesOut: boolean): boolean {
    const found = directives!.find(({ name }) => name.value === directive);
    const value = found?.arguments?.find(({ name }) => name.value === 'if')?.value;
    return value !== undefined && booleanOf(value, valueOf) === leavesOut;
  }
}

function booleanOf(value: ValueNode, valueOf: (name: string) => boolean): boolean {
  if (value.kind === Kind.VARIABLE) return valueOf(value.name.value);
  return value.kind === Kind.BOOLEAN && value.value;
}
