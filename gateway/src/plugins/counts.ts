import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Limits } from '../limits.js';

/** Refuses operations with more aliases or more root fields than the limits, counted as if fragments were written out. */
export const countLimits =
  ({ aliases, rootFields }: Pick<Limits, 'aliases' | 'rootFields'>): ValidationRule =>
  (context: ValidationContext): ASTVisitor => ({
    Document: ({ definitions }) => {
      const countAliases = createCount(context, aliasesOf);
      const countRootFields = createCount(context, rootFieldsOf);
      for (const operation of definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        if (countAliases(operation.selectionSet) > aliases) {
          context.reportError(exceeded('ALIASES_EXCEEDED', `more than ${aliases} aliases`, operation));
        }
        if (countRootFields(operation.selectionSet) > rootFields) {
          context.reportError(exceeded('ROOT_FIELDS_EXCEEDED', `more than ${rootFields} root fields`, operation));
        }
      }
    },
  });

type Count = (selectionSet: SelectionSetNode) => number;
/** What a selection counts, given how to count what it holds. */
type Rule = (selection: Exclude<SelectionNode, { kind: Kind.FRAGMENT_SPREAD }>, below: Count) => number;

const aliasesOf: Rule = (selection, below) =>
  Number(selection.kind === Kind.FIELD && selection.alias !== undefined) +
  (selection.selectionSet ? below(selection.selectionSet) : 0);

const rootFieldsOf: Rule = (selection, below) => (selection.kind === Kind.FIELD ? 1 : below(selection.selectionSet));

/** Each fragment is counted once, so that fragments in fragments multiply the number but not the work. */
function createCount(context: ValidationContext, rule: Rule): Count {
  const fragments = new Map<string, number>();
  const count: Count = ({ selections }) =>
    selections.reduce(
      (sum, one) => sum + (one.kind === Kind.FRAGMENT_SPREAD ? countFragment(one.name.value) : rule(one, count)),
      0,
    );
  const countFragment = (name: string): number => {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    // Also ends a cycle, which another rule reports.
    fragments.set(name, 0);
    const fragment = context.getFragment(name);
    const number = fragment ? count(fragment.selectionSet) : 0;
    fragments.set(name, number);
    return number;
  };
  return count;
}

const exceeded = (code: string, what: string, nodes: OperationDefinitionNode): GraphQLError =>
  new GraphQLError(`The operation has ${what}.`, { nodes, extensions: { validationErrorCode: code } });
