import { GraphQLError, isScalarType, specifiedScalarTypes, type GraphQLLeafType } from 'graphql';

/**
 * What is expected where a leaf value was refused. Only our own scalars say it in a sentence without the value;
 * the messages of graphql-js quote it.
 */
export const expectationOf = (type: GraphQLLeafType, refusal: unknown): string =>
  isScalarType(type) && !builtIn.has(type.name) && refusal instanceof GraphQLError
    ? refusal.message
    : `A value of type "${type.name}" is expected.`;

const builtIn: ReadonlySet<string> = new Set(specifiedScalarTypes.map(({ name }) => name));
