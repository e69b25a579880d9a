import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** Five digits of which the first tell a Flemish province: 1, 23, 24, 3, 4 or 7. */
export const isNisCode = (text: string): boolean => /^(?:[1347]\d|2[34])\d{3}$/.test(text);

function parse(value: unknown): string {
  if (typeof value === 'string' && isNisCode(value)) return value;
  throw new GraphQLError('Write a NIS code of a Flemish municipality: five digits, for example 44021.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

export const NisCode = new GraphQLScalarType({
  name: 'NisCode',
  description:
    'NIS-code (REFNIS): five digits that Statbel gives to a municipality. A merged one mostly gets a new code.',
  serialize: String,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
