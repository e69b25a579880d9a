import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  OperationTypeNode,
  type ASTNode,
  type ASTVisitor,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Limits } from '../limits.js';
import type { RequestContext } from '../request-context.js';

/**
 * Refuses a list longer than the limit in the text of a query. A mutation says itself how much it takes, in its userErrors.
 */
export const listLimit =
  ({ listLength }: Pick<Limits, 'listLength'>): ValidationRule =>
  (context: ValidationContext): ASTVisitor => ({
    OperationDefinition: ({ operation }) => (operation === OperationTypeNode.QUERY ? undefined : false),
    ListValue: (node) => {
      if (node.values.length <= listLength) return;
      context.reportError(inText(tooLong(listLength), node));
    },
  });

/**
 * Refuses an operation whose text nests lists and objects of values deeper than the limit. Apollo's planner walks each list
 * of a value twice, so that the time of planning doubles with each level; values of variables it does not walk.
 */
export const valueDepthLimit =
  ({ valueDepth }: Pick<Limits, 'valueDepth'>): ValidationRule =>
  (context: ValidationContext): ASTVisitor => {
    let depth = 0;
    const nested = {
      enter: (node: ASTNode) => {
        depth += 1;
        if (depth === valueDepth + 1)
          context.reportError(inText(`A value nests lists and objects deeper than ${valueDepth} levels.`, node));
      },
      leave: () => {
        depth -= 1;
      },
    };
    return { ListValue: nested, ObjectValue: nested };
  };

/** Refuses a query whose variables hold longer lists or more values than the limits, before it is planned. */
export const variableValuesPlugin = ({
  listLength,
  values,
}: Pick<Limits, 'listLength' | 'values'>): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, request: { variables = {} } }) => {
      if (operation?.operation !== OperationTypeNode.QUERY) return;
      const { longest, all } = measure(variables);
      if (longest > listLength) throw exceeded(tooLong(listLength));
      if (all > values) throw exceeded(`The variables hold more than ${values} values.`);
    },
  }),
});

/** Recursion is safe: the depth of variables was limited before. */
function measure(value: unknown): { longest: number; all: number } {
  if (typeof value !== 'object' || value === null) return { longest: 0, all: 1 };
  const parts = Object.values(value).map(measure);
  return {
    longest: Math.max(Array.isArray(value) ? value.length : 0, ...parts.map(({ longest }) => longest)),
    all: parts.reduce((sum, { all }) => sum + all, 1),
  };
}

const tooLong = (limit: number): string => `A list of values is longer than ${limit}.`;

const inText = (message: string, nodes: ASTNode): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { validationErrorCode: 'VALUES_EXCEEDED' } });

const exceeded = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'VALUES_EXCEEDED', http: { status: 400 } } });
