import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Limits } from '../limits.js';
import { createCount, type CountRule } from './count-selections.js';
import { TypedCount } from './typed-count.js';
import { introspectionOf } from './introspection-size.js';

type Counted = Pick<Limits, 'aliases' | 'rootFields' | 'conditions' | 'expanded' | 'introspection'>;

/**
 * Refuses operations with more aliases, root fields, conditions, fields of many types or introspection than the limits,
 * counted as if fragments were written out.
 */
export const countLimits =
  (limits: Counted): ValidationRule =>
  (context: ValidationContext): ASTVisitor => ({
    Document: ({ definitions }) => {
      const rules = rulesOf(limits, context);
      for (const operation of definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        for (const [count, limit, code, what] of rules) {
          if (count(operation) > limit) context.reportError(exceeded(code, what, operation));
        }
      }
    },
  });

type CountOf = (operation: OperationDefinitionNode) => number;
type Rule = readonly [count: CountOf, limit: number, code: string, what: string];

function rulesOf(limits: Counted, context: ValidationContext): readonly Rule[] {
  const { aliases, rootFields, conditions, expanded, introspection } = limits;
  const counting = (rule: CountRule): CountOf => {
    const count = createCount(context, rule);
    return ({ selectionSet }) => count(selectionSet);
  };
  const countingTypes = (own: (selection: SelectionNode) => number): CountOf => {
    const counted = new TypedCount(context, own);
    return (operation) => counted.of(operation);
  };
  const ofEachType = 'one on an interface for each of its types';
  return [
    [counting(aliasesOf), aliases, 'ALIASES_EXCEEDED', `more than ${aliases} aliases`],
    [counting(rootFieldsOf), rootFields, 'ROOT_FIELDS_EXCEEDED', `more than ${rootFields} root fields`],
    [
      countingTypes(conditionsOn),
      conditions,
      'CONDITIONS_EXCEEDED',
      `more than ${conditions} parts that a variable skips or includes, ${ofEachType}`,
    ],
    [countingTypes(isField), expanded, 'SELECTIONS_EXCEEDED', `more than ${expanded} fields, ${ofEachType}`],
    [
      counting(introspectionOf(context, introspection)),
      introspection,
      'INTROSPECTION_EXCEEDED',
      'more questions about the schema than one introspection needs',
    ],
  ];
}

/** With each variable that decides, the planner goes through what it decides about again. */
const conditionsOn = ({ directives = [] }: SelectionNode): number =>
  directives.filter(
    ({ name, arguments: [condition] = [] }) =>
      (name.value === 'skip' || name.value === 'include') && condition?.value.kind === Kind.VARIABLE,
  ).length;

const isField = ({ kind }: SelectionNode): number => Number(kind === Kind.FIELD);

const aliasesOf: CountRule = (selection, below) =>
  Number(selection.kind === Kind.FIELD && selection.alias !== undefined) +
  (selection.selectionSet ? below(selection.selectionSet) : 0);

const rootFieldsOf: CountRule = (selection, below) =>
  selection.kind === Kind.FIELD ? 1 : below(selection.selectionSet);

const exceeded = (code: string, what: string, nodes: OperationDefinitionNode): GraphQLError =>
  new GraphQLError(`The operation has ${what}.`, { nodes, extensions: { validationErrorCode: code } });
