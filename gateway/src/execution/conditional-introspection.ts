import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  Kind,
  type SelectionNode,
  visit,
} from 'graphql';

const introspective = new Set(['__schema', '__type']);

/** A field that any subgraph knows, under the same name. */
function known(selection: SelectionNode): SelectionNode {
  if (selection.kind !== Kind.FIELD || !introspective.has(selection.name.value)) return selection;
  const { alias = selection.name, directives } = selection;
  return { kind: Kind.FIELD, alias, name: { kind: Kind.NAME, value: '__typename' }, directives };
}

const knownIn = <Fragment extends InlineFragmentNode | FragmentDefinitionNode>(fragment: Fragment): Fragment => ({
  ...fragment,
  selectionSet: { ...fragment.selectionSet, selections: fragment.selectionSet.selections.map(known) },
});

/**
 * The document for the planner. It leaves out what asks about the schema where that stands directly in the operation, and fails
 * where a fragment holds it, which may be skipped: there it gets another field. What is asked about the schema is answered
 * without a plan.
 */
export const plannable = (document: DocumentNode): DocumentNode =>
  visit(document, { InlineFragment: { leave: knownIn }, FragmentDefinition: { leave: knownIn } });
