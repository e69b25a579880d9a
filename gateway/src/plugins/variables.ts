import type { ApolloServerPlugin } from '@apollo/server';
import {
  coerceInputValue,
  getNamedType,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isLeafType,
  typeFromAST,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { expectationOf } from '@lokaal/shared/scalars';
import type { RequestContext } from '../request-context.js';

/**
 * Refuses variables that do not fit their types. The executor would too, but quotes the value; this names the variable,
 * the field in it and what is expected there.
 */
export const variablesPlugin = (): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, operation, request: { variables = {} } }) => {
      for (const definition of operation?.variableDefinitions ?? []) checkVariable(definition, variables, schema);
    },
  }),
});

function checkVariable(
  { variable, type: typeNode }: VariableDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
): void {
  const name = variable.name.value;
  const type = typeFromAST(schema, typeNode);
  // A variable that was left out has its default or is missed by the executor, which has nothing to quote then.
  if (!Object.hasOwn(variables, name) || !isInputType(type)) return;
  coerceInputValue(variables[name], type, (path, value, error) => {
    const place = [`$${name}`, ...path].join('.');
    const leaf = value === null || value === undefined ? undefined : namedTypeAt(type, path);
    const expected = isLeafType(leaf) ? expectationOf(leaf, error) : error.message;
    throw new GraphQLError(`Variable "${place}": ${expected}`, {
      nodes: variable,
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  });
}

/** The named type at a path into a value; a field that its type lacks has none. Lists change no name. */
function namedTypeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLNamedInputType | undefined {
  let named: GraphQLNamedInputType | undefined = getNamedType(type);
  for (const key of path) {
    if (typeof key === 'number') continue;
    const field: GraphQLInputField | undefined = isInputObjectType(named) ? named.getFields()[key] : undefined;
    named = field && getNamedType(field.type);
  }
  return named;
}
