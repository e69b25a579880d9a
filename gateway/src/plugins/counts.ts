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
import { figure } from './figure.js';
import { createCount, type CountRule } from './count-selections.js';
import { TypedCount } from './typed-count.js';
import { introspectionOf } from './introspection-size.js';

type Counted = Pick<Limits, 'selections' | 'aliases' | 'rootFields' | 'conditions' | 'expanded' | 'introspection'>;

/**
 * Refuses operations with more fields, aliases, root fields, conditions or introspection than the limits, counted as if
 * fragments were written out. Of each operation the first that is too much is told.
 */
export const countLimits =
  (limits: Counted): ValidationRule =>
  (context: ValidationContext): ASTVisitor => ({
    Document: ({ definitions }) => {
      const rules = rulesOf(limits, context);
      for (const operation of definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        const error = firstExceeded(rules, operation);
        if (error) context.reportError(error);
      }
    },
  });

type CountOf = (operation: OperationDefinitionNode) => number;
type Rule = readonly [count: CountOf, limit: number, code: string, what: string];

function firstExceeded(rules: readonly Rule[], operation: OperationDefinitionNode): GraphQLError | undefined {
  for (const [countOf, limit, code, what] of rules) {
    const count = countOf(operation);
    if (count > limit) return exceeded(code, tooMany(what, count, limit), operation);
  }
  return undefined;
}

function rulesOf(limits: Counted, context: ValidationContext): readonly Rule[] {
  const { selections, aliases, rootFields, conditions, expanded, introspection } = limits;
  const counting = (rule: CountRule, ofSpread?: number): CountOf => {
    const count = createCount(context, rule, ofSpread);
    return ({ selectionSet }) => count(selectionSet);
  };
  const countingTypes = (own: (selection: SelectionNode) => number): CountOf => {
    const counted = new TypedCount(context, own);
    return (operation) => counted.of(operation);
  };
  const ofEachType = 'one on an interface for each of its types';
  return [
    [counting(selectionsOf, 1), selections, 'SELECTIONS_EXCEEDED', 'fields and fragments, these written out'],
    [counting(aliasesOf), aliases, 'ALIASES_EXCEEDED', 'aliases'],
    [counting(rootFieldsOf), rootFields, 'ROOT_FIELDS_EXCEEDED', 'root fields'],
    [
      countingTypes(conditionsOn),
      conditions,
      'CONDITIONS_EXCEEDED',
      `parts that a variable skips or includes, ${ofEachType}`,
    ],
    [countingTypes(isField), expanded, 'SELECTIONS_EXCEEDED', `fields, ${ofEachType}`],
    [
      counting(introspectionOf(context, introspection)),
      introspection,
      'INTROSPECTION_EXCEEDED',
      'values of the schema',
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

const selectionsOf: CountRule = ({ selectionSet }, below) => 1 + (selectionSet ? below(selectionSet) : 0);

const aliasesOf: CountRule = (selection, below) =>
  Number(selection.kind === Kind.FIELD && selection.alias !== undefined) +
  (selection.selectionSet ? below(selection.selectionSet) : 0);

const rootFieldsOf: CountRule = (selection, below) =>
  selection.kind === Kind.FIELD ? 1 : below(selection.selectionSet);

/** What is counted no further than the limit is `Infinity`. */
const tooMany = (what: string, count: number, limit: number): string =>
  Number.isFinite(count)
    ? `The operation has ${figure(count)} ${what}, and ${limit} is the limit.`
    : `The operation asks for more than ${limit} ${what}.`;

const exceeded = (code: string, message: string, nodes: OperationDefinitionNode): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { validationErrorCode: code } });
