import { Kind, visit, type ASTNode, type OperationDefinitionNode } from 'graphql';
import type { Question } from './collect.js';

/** Names of the variables that decide what `@skip` and `@include` leave out of this operation. */
export function conditionVariables(operation: OperationDefinitionNode, fragments: Question['fragments']): string[] {
  const names = new Set<string>();
  const read = new Set<string>();
  const search = (node: ASTNode): void => {
    visit(node, {
      Directive({ name, arguments: given }) {
        if (name.value !== 'skip' && name.value !== 'include') return;
        for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || read.has(name.value)) return;
        read.add(name.value);
        search(fragment);
      },
    });
  };
  search(operation);
  return [...names];
}
