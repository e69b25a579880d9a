import {
  buildASTSchema,
  getNamedType,
  getNullableType,
  GraphQLID,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  parse,
} from 'graphql';
import { anonymous } from '../src/auth/index.js';
import { newId } from '../src/ids/index.js';
import './matchers.js';
import type { TestSubgraph } from './subgraph.js';

/** One place for a text somewhere in the input of a mutation. */
interface TextPlace {
  readonly mutation: string;
  readonly input: GraphQLInputObjectType;
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
}

/** PostgreSQL holds neither: to send them is an error there, so they have to be refused before. */
const unsafeTexts = ['nul \0 sign, long enough', 'half \ud800 pair, long enough'];
/** Nothing to see, what differs unseen, and what is read in another direction than it was written. */
const misleadingTexts = [' '.repeat(20), '\u200b'.repeat(20), 'Jan\u200b Peeters, Gent', 'tsen\u202eeleffo ,neppe'];
/** An id of no type that any mutation takes, and a text that is none. */
const otherIds = [newId('score'), 'nonsense', ''];

/** Valid values of scalars: what is not looked at in a question has to arrive. */
const fillers: Readonly<Record<string, unknown>> = {
  Int: 1,
  Boolean: true,
  String: 'een tekst die lang genoeg is',
  Date: '2026-06-01',
  DateTime: '2026-06-01T08:00:00Z',
  Float: 1,
  EmailAddress: 'an@gemeente.example',
  NisCode: '11002',
  ID: newId('score'),
};

/** Each text and id that the mutations of a schema take, at any depth. */
function textPlaces(sdl: string): TextPlace[] {
  const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name: mutation, args }) =>
    args.flatMap(({ type }) => {
      const input = getNamedType(type) as GraphQLInputObjectType;
      return placesIn(input, []).map((place) => ({ mutation, input, ...place }));
    }),
  );
}

function placesIn(input: GraphQLInputObjectType, above: readonly string[]): Pick<TextPlace, 'path' | 'type'>[] {
  return Object.values(input.getFields()).flatMap(({ name, type }) => {
    const [path, named] = [[...above, name], getNamedType(type)];
    if (isInputObjectType(named)) return placesIn(named, isListType(getNullableType(type)) ? [...path, '0'] : path);
    return named === GraphQLString || named === GraphQLID ? [{ path, type }] : [];
  });
}

/** The least input that holds a value in one place. */
function inputWith(input: GraphQLInputObjectType, [first, ...rest]: readonly string[], value: unknown): object {
  const fields = Object.values(input.getFields()).filter(
    (field) => field.name === first || isRequiredInputField(field),
  );
  return Object.fromEntries(
    fields.map(({ name, type }) => [name, valueOf(type, name === first ? { rest, value } : undefined)]),
  );
}

/** The least input that is valid by its types, with what a test gives. */
export const leastInput = (input: GraphQLInputObjectType, given: object): object => ({
  ...inputWith(input, [], undefined),
  ...given,
});

function valueOf(type: GraphQLInputType, put?: { rest: readonly string[]; value: unknown }): unknown {
  const own = getNullableType(type);
  if (isListType(own)) {
    const rest = put && { ...put, rest: put.rest.slice(1) };
    return [valueOf(own.ofType as GraphQLInputType, rest)];
  }
  if (isInputObjectType(own)) return inputWith(own, put?.rest ?? [], put?.value);
  if (put) return put.value;
  return isEnumType(own) ? own.getValues()[0]?.name : fillers[getNamedType(own).name];
}

const question = ({ mutation, input }: TextPlace): string =>
  `mutation ($input: ${input.name}!) { ${mutation}(input: $input) { userErrors { code field } } }`;

/**
 * Tests that each text in a mutation's input has a rule: what PostgreSQL cannot hold, what nobody can read, and what is no
 * id of the right type, is refused as BAD_USER_INPUT of its field. Fields in `hashed` may hold anything: only their hash is kept.
 */
export function testTextInputs(
  sdl: string,
  { graph, hashed = [] }: { graph: () => TestSubgraph; hashed?: readonly string[] },
): void {
  const cases = textPlaces(sdl).flatMap((place) => {
    const values =
      getNamedType(place.type) === GraphQLID ? [...unsafeTexts, ...otherIds] : [...unsafeTexts, ...misleadingTexts];
    return values.map((value) => ({
      place,
      value,
      title: `${place.mutation}.${place.path.join('.')}`,
      shown: JSON.stringify(value),
    }));
  });
  const ask = ({ place, value }: (typeof cases)[number]) =>
    graph()
      .as({ ...anonymous, personId: newId('person') })
      .run(question(place), { input: inputWith(place.input, place.path, value) });
  const isHashed = ({ place }: (typeof cases)[number]): boolean => hashed.includes(place.path.at(-1)!);

  it.each(cases.filter((one) => !isHashed(one)))('$title refuses $shown', async (one) => {
    expect(await ask(one)).toHaveUserError('BAD_USER_INPUT', one.place.path);
  });

  const secrets = cases.filter(isHashed);
  if (secrets.length === 0) return;
  it.each(secrets)('$title takes $shown for a secret like any other', async (one) => {
    expect(await ask(one)).not.toHaveProperty('errors');
  });
}
