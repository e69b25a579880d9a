import { GraphQLError, GraphQLScalarType, type GraphQLScalarTypeConfig } from 'graphql';

/**
 * A scalar that refuses a wrong value with a sentence of its own. What the readers of graphql-scalars say holds the value,
 * and somebody may have typed a password into the wrong field: it must not reach an answer or a log.
 */
export function strictScalar<Internal, External>(
  config: Readonly<GraphQLScalarTypeConfig<Internal, External>>,
  expected: string,
): GraphQLScalarType<Internal, External> {
  const { parseValue, parseLiteral } = new GraphQLScalarType(config);
  const read = (reading: () => Internal): Internal => {
    try {
      return reading();
    } catch {
      throw new GraphQLError(expected, { extensions: { code: 'BAD_USER_INPUT' } });
    }
  };
  return new GraphQLScalarType({
    ...config,
    parseValue: (value) => read(() => parseValue(value)),
    parseLiteral: (node, variables) => read(() => parseLiteral(node, variables)),
  });
}
