import {
  GraphQLError,
  Kind,
  type ASTNode,
  type ASTVisitor,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/**
 * Refuses operations that nest fields deeper than the limit, counted as if fragments were written out.
 * Introspection does not count: it nests deeply by nature, touches no data, and graphql-js limits its recursion.
 */
export const depthLimit =
  (limit: number): ValidationRule =>
  (context: ValidationContext): ASTVisitor => ({
    Document: ({ definitions }) => {
      const measure = createMeasure(context);
      for (const operation of definitions) {
        if (operation.kind === Kind.OPERATION_DEFINITION && measure(operation.selectionSet) > limit) {
          context.reportError(depthExceeded(limit, operation));
        }
      }
    },
  });

const depthExceeded = (limit: number, node: ASTNode): GraphQLError =>
  new GraphQLError(`The operation nests fields deeper than ${limit} levels.`, {
    nodes: node,
    extensions: { validationErrorCode: 'DEPTH_EXCEEDED' },
  });

/** Each fragment is measured once, so that fragments in fragments cannot multiply the work. */
function createMeasure(context: ValidationContext): (selectionSet: SelectionSetNode) => number {
  const fragments = new Map<string, number>();
  const measure = ({ selections }: SelectionSetNode): number =>
    selections.reduce((deepest, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return Math.max(deepest, measureFragment(selection.name.value));
      const below = selection.selectionSet ? measure(selection.selectionSet) : 0;
      if (selection.kind === Kind.INLINE_FRAGMENT) return Math.max(deepest, below);
      return selection.name.value.startsWith('__') ? deepest : Math.max(deepest, below + 1);
    }, 0);
  const measureFragment = (name: string): number => {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    // Also ends a cycle, which another rule reports.
    fragments.set(name, 0);
    const fragment = context.getFragment(name);
    const depth = fragment ? measure(fragment.selectionSet) : 0;
    fragments.set(name, depth);
    return depth;
  };
  return measure;
}
