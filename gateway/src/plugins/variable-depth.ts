import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Limits } from '../limits.js';
import type { RequestContext } from '../request-context.js';

/** Refuses variables that nest lists and objects deeper than the limit: everything after this walks them by recursion. */
export const variableDepthPlugin = ({
  variableDepth,
}: Pick<Limits, 'variableDepth'>): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async ({ request: { variables = {} } }) => {
    const tooDeep = Object.keys(variables).find((name) => isDeeper(variables[name], variableDepth));
    return {
      didResolveOperation: async () => {
        if (tooDeep !== undefined) throw exceeded(variableDepth);
      },
    };
  },
});

/** Level by level and not by recursion, which is what a deep value breaks. */
function isDeeper(value: unknown, limit: number): boolean {
  let level = [value].filter(isNested);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === limit) return true;
    level = level.flatMap((one) => Object.values(one).filter(isNested));
  }
  return false;
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

const exceeded = (limit: number): GraphQLError =>
  new GraphQLError(`A variable nests lists and objects deeper than ${limit} levels.`, {
    extensions: { code: 'VARIABLE_DEPTH_EXCEEDED', http: { status: 400 } },
  });
