import {
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** A root field of an operation that looks objects up by id: its response key and where the ids come from. */
export interface NodeLookup {
  readonly key: string;
  readonly ids: ValueNode;
}

export interface NodeLookups {
  readonly all: readonly NodeLookup[];
  /** Values of variables that the request leaves out. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

/** All `node` and `nodes` root fields of an operation, through aliases and fragments. */
export function nodeLookups(document: DocumentNode): NodeLookups {
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  return {
    all: operation ? lookupsIn(document, operation.selectionSet) : [],
    defaults: operation ? defaultsOf(operation) : {},
  };
}

const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

function lookupsIn(document: DocumentNode, { selections }: SelectionSetNode): NodeLookup[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return lookupOf(selection);
    if (selection.kind === Kind.INLINE_FRAGMENT) return lookupsIn(document, selection.selectionSet);
    const name = selection.name.value;
    const fragment = document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? lookupsIn(document, fragment.selectionSet) : [];
  });
}

function lookupOf({ name, alias, arguments: given = [] }: FieldNode): NodeLookup[] {
  if (name.value !== 'node' && name.value !== 'nodes') return [];
  const ids = given.find((argument) => argument.name.value === 'id' || argument.name.value === 'ids');
  return ids ? [{ key: alias?.value ?? name.value, ids: ids.value }] : [];
}

/** The ids that a lookup asks for, in the order of its answer; a single id for `node`. */
export function idsOf(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown[] {
  if (node.kind === Kind.VARIABLE) return [variables[node.name.value]].flat();
  if (node.kind === Kind.LIST) return node.values.flatMap((value) => idsOf(value, variables));
  // An ID may be written as a number; no id of this graph is one.
  return [node.kind === Kind.STRING ? node.value : undefined];
}
