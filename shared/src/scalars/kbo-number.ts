import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/**
 * The last two digits of an enterprise number, from its first eight: 97 minus their remainder by 97, so 01 to 97 and
 * never 00. Rule "Checksum97" of the Belgian enterprise register (KBO, BCE).
 */
export const kboCheckDigits = (firstEight: string): string => String(97 - (Number(firstEight) % 97)).padStart(2, '0');

/**
 * The ten digits of an enterprise number as people write it: 0207.500.123, BE 0207.500.123, or the old form of nine
 * digits, which lacks the leading 0. Undefined when it is none.
 */
export function kboNumberOf(text: string): string | undefined {
  const written = /^(?:BE ?)?([01]?\d{3})([. ]?)(\d{3})\2(\d{3})$/i.exec(text.trim());
  if (!written) return undefined;
  const digits = `${written[1]}${written[3]}${written[4]}`.padStart(10, '0');
  return kboCheckDigits(digits.slice(0, 8)) === digits.slice(8) ? digits : undefined;
}

function parse(value: unknown): string {
  const number = typeof value === 'string' ? kboNumberOf(value) : undefined;
  if (number) return number;
  throw new GraphQLError('Write an enterprise number with right check digits, for example 0207.500.123.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

export const KboNumber = new GraphQLScalarType({
  name: 'KboNumber',
  description:
    'Ondernemingsnummer: ten digits of the Belgian enterprise register (KBO) whose check digits are right. Read with or without dots and BE.',
  serialize: String,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
