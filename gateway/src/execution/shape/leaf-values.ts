import { isEnumType, type GraphQLLeafType } from 'graphql';

type IsValid = (value: unknown) => boolean;

const isText: IsValid = (value) => typeof value === 'string';
/** As written: 1e21 is an integer, but no number that others would read as one. */
const isInteger: IsValid = (value) =>
  typeof value === 'number' && Number.isFinite(value) && /^-?(?:0|[1-9]\d*)$/u.test(String(value));

const builtIn: Readonly<Record<string, IsValid>> = {
  String: isText,
  Boolean: (value) => typeof value === 'boolean',
  Int: isInteger,
  Float: Number.isFinite,
  ID: (value) => isText(value) || isInteger(value),
};

/** The check of an enum or built-in scalar; nothing is known of the values of other scalars. */
export function leafCheck(type: GraphQLLeafType): IsValid | undefined {
  if (!isEnumType(type)) return Object.hasOwn(builtIn, type.name) ? builtIn[type.name] : undefined;
  const values = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => values.has(value);
}
