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
import { createCount, type Count, type CountRule } from './count-selections.js';
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
        for (const { count, limit, code, what } of rules) {
          if (count(operation) > limit) context.reportError(exceeded(code, what, operation));
        }
      }
    },
  });

interface Rule {
  readonly count: (operation: OperationDefinitionNode) => number;
  readonly limit: number;
  readonly code: string;
  readonly what: string;
}

function rulesOf(limits: Counted, context: ValidationContext): readonly Rule[] {
  const { aliases, rootFields, conditions, expanded, introspection } = limits;
  const of = (count: Count) => (operation: OperationDefinitionNode) => count(operation.selectionSet);
  const ofTypes = (own: (selection: SelectionNode) => number) => {
    const counted = new TypedCount(context, own);
    return (operation: OperationDefinitionNode) => counted.of(operation);
  };
  const counts = {
    aliases: of(createCount(context, aliasesOf)),
    rootFields: of(createCount(context, rootFieldsOf)),
    conditions: ofTypes(conditionsOn),
    expanded: ofTypes(isField),
    introspection: of(createCount(context, introspectionOf(context, introspection))),
  };
  const rule = (what: keyof Counted, code: string, words: string): Rule => ({
    count: counts[what],
    limit: limits[what],
    code,
    what: words,
  });
  return [
    rule('aliases', 'ALIASES_EXCEEDED', `more than ${aliases} aliases`),
    rule('rootFields', 'ROOT_FIELDS_EXCEEDED', `more than ${rootFields} root fields`),
    rule(
      'conditions',
      'CONDITIONS_EXCEEDED',
      `more than ${conditions} parts that a variable skips or includes, one on an interface for each of its types`,
    ),
    rule('expanded', 'SELECTIONS_EXCEEDED', `more than ${expanded} fields, one on an interface for each of its types`),
    rule('introspection', 'INTROSPECTION_EXCEEDED', 'more questions about the schema than one introspection needs'),
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
