import {
  buildASTSchema,
  getNamedType,
  getNullableType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  parse,
} from 'graphql';
import { entityTypes, type IdPrefix } from '@lokaal/shared/ids';

/** Values that the scalars' own checks let pass. */
const scalars: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  String: 'een tekst die lang genoeg is',
  Date: '2027-06-01',
  DateTime: '2027-03-01T08:00:00Z',
  EmailAddress: 'systeem@bedrijf.example',
  URL: 'https://bedrijf.example/pagina',
  NisCode: '11002',
  KboNumber: '0403.019.261',
};

/** An existing id of each type, by its prefix. */
export type KnownIds = ReadonlyMap<string, string>;

export interface FilledMutation {
  readonly name: string;
  readonly query: string;
  readonly variables: { readonly input: unknown };
}

/** Every mutation of a schema, with an input whose fields are all filled in as somebody would who means it. */
export function filledMutations(sdl: string, ids: KnownIds): FilledMutation[] {
  const schema: GraphQLSchema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, args }) => {
    const input = args.find((one) => one.name === 'input')?.type;
    const query = `mutation${input ? `($input: ${String(input)})` : ''} { ${name}${input ? '(input: $input)' : ''} { userErrors { code } } }`;
    return { name, query, variables: { input: input && filled(getNamedType(input), { mutation: name, ids }) } };
  });
}

interface Filling {
  readonly mutation: string;
  readonly ids: KnownIds;
}

const filled = (type: unknown, filling: Filling): object =>
  Object.fromEntries(
    Object.values((type as GraphQLInputObjectType).getFields()).map((field) => [field.name, valueOf(field, filling)]),
  );

function valueOf(field: GraphQLInputField, filling: Filling): unknown {
  const type = getNamedType(field.type);
  const one = isInputObjectType(type)
    ? filled(type, filling)
    : isEnumType(type)
      ? type.getValues()[0]!.name
      : type.name === 'ID'
        ? idFor(field.name, filling)
        : scalars[type.name];
  return isListType(getNullableType(field.type)) ? [one] : one;
}

/** Of `solutionId` a solution, of `id` what the mutation is named after. */
function idFor(field: string, { mutation, ids }: Filling): string {
  const words = (/^ids?$/.test(field) ? mutation : field).toLowerCase();
  const named = Object.entries(entityTypes)
    .filter(([prefix, { type }]) => words.includes(type.toLowerCase()) || words.includes(prefix))
    .toSorted(([, a], [, b]) => b.type.length - a.type.length);
  const prefix: IdPrefix = (named[0]?.[0] ?? 'person') as IdPrefix;
  return ids.get(prefix) ?? ids.get('person')!;
}
