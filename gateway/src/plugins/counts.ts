import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type OperationDefinitionNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Limits } from '../limits.js';
import { createCount, type CountRule } from './count-selections.js';
import { introspectionOf } from './introspection-size.js';

type Counted = Pick<Limits, 'aliases' | 'rootFields' | 'introspection'>;

/** Refuses operations with more aliases, root fields or introspection than the limits, counted as if fragments were written out. */
export const countLimits =
  (limits: Counted): ValidationRule =>
  (context: ValidationContext): ASTVisitor => ({
    Document: ({ definitions }) => {
      const rules = rulesOf(limits, context).map((rule) => ({ ...rule, count: createCount(context, rule.of) }));
      for (const operation of definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        for (const { count, limit, code, what } of rules) {
          if (count(operation.selectionSet) > limit) context.reportError(exceeded(code, what, operation));
        }
      }
    },
  });

const rulesOf = ({ aliases, rootFields, introspection }: Counted, context: ValidationContext) => [
  { of: aliasesOf, limit: aliases, code: 'ALIASES_EXCEEDED', what: `more than ${aliases} aliases` },
  { of: rootFieldsOf, limit: rootFields, code: 'ROOT_FIELDS_EXCEEDED', what: `more than ${rootFields} root fields` },
  {
    of: introspectionOf(context, introspection),
    limit: introspection,
    code: 'INTROSPECTION_EXCEEDED',
    what: 'more questions about the schema than one introspection needs',
  },
];

const aliasesOf: CountRule = (selection, below) =>
  Number(selection.kind === Kind.FIELD && selection.alias !== undefined) +
  (selection.selectionSet ? below(selection.selectionSet) : 0);

const rootFieldsOf: CountRule = (selection, below) =>
  selection.kind === Kind.FIELD ? 1 : below(selection.selectionSet);

const exceeded = (code: string, what: string, nodes: OperationDefinitionNode): GraphQLError =>
  new GraphQLError(`The operation has ${what}.`, { nodes, extensions: { validationErrorCode: code } });
