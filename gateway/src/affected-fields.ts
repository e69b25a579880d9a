import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * Response keys that stay empty when this operation of a subgraph fails: its root fields,
 * or the fields that it was to add to each entity.
 */
export function affectedFields(document: DocumentNode): string[] {
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  const keys = new Set<string>();
  if (operation) collect(document, operation.selectionSet, keys);
  return [...keys];
}

function collect(document: DocumentNode, { selections }: SelectionSetNode, keys: Set<string>): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value === '_entities' && selection.selectionSet)
        collect(document, selection.selectionSet, keys);
      else if (selection.name.value !== '__typename') keys.add(selection.alias?.value ?? selection.name.value);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(document, selection.selectionSet, keys);
    } else {
      const name = selection.name.value;
      const fragment = document.definitions.find(
        (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
      );
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION) collect(document, fragment.selectionSet, keys);
    }
  }
}
