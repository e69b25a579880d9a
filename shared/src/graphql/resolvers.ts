import {
  getNamedType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { type ReadModel, type Representation, typeKey } from '../read/index.js';
import type { Context } from './context.js';
import { unauthenticated } from './refusals.js';

type Resolver = GraphQLFieldResolver<unknown, Context>;
type Models = ReadonlyMap<string, ReadModel<never>>;

const isConnection = (name: string): boolean => name.endsWith('Connection');

/**
 * Types whose objects come from resolvers, keyed by field name (payloads, tokens); all other objects come from the
 * reader, keyed by response key.
 */
export function plainTypes(schema: GraphQLSchema, models: Models): Set<string> {
  const plain = new Set<string>();
  const visit = (type: GraphQLObjectType): void => {
    if (models.has(type.name) || isConnection(type.name) || plain.has(type.name)) return;
    plain.add(type.name);
    visitFields(type);
  };
  const visitFields = (type: GraphQLObjectType): void => {
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      if (isObjectType(named)) visit(named);
      else if (isAbstractType(named)) schema.getPossibleTypes(named).forEach(visit);
    }
  };
  for (const root of roots(schema)) visitFields(root);
  return plain;
}

export const roots = (schema: GraphQLSchema): GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType()].filter((type) => type !== null && type !== undefined);

/** Reads a property of the parent: what the reader made has the response's keys, what a resolver made has the fields' names. */
export const propertyOf =
  (plain: ReadonlySet<string>): GraphQLFieldResolver<unknown, unknown> =>
  (source, _args, _context, info) => {
    const key = plain.has(info.parentType.name) ? info.fieldName : info.path.key;
    return (source as Record<string | number, unknown>)[key];
  };

export const typeOf: GraphQLTypeResolver<unknown, unknown> = (value) => (value as Record<string, string>)[typeKey];

/** Fields of payloads that hold an entity: the service gave its id, the reader reads it as the viewer may see it. */
export function rereadPayloads(schema: GraphQLSchema, plain: ReadonlySet<string>, models: Models): void {
  for (const name of plain) {
    const type = schema.getType(name) as GraphQLObjectType;
    for (const field of Object.values(type.getFields())) {
      const model = models.get(getNamedType(field.type).name);
      if (model) field.resolve = reread(model) as GraphQLFieldResolver<unknown, unknown>;
    }
  }
}

const reread =
  (model: ReadModel<never>): Resolver =>
  (source, _args, { reader }, info) => {
    const id = (source as Record<string, unknown>)[info.fieldName];
    return typeof id === 'string' ? reader.one(model, { id } as never, info) : id;
  };

/** One statement for all representations of a type, whatever their number. */
export const entitiesOf =
  (models: Models): GraphQLFieldResolver<unknown, Context, { representations: Representation[] }> =>
  async (_source, { representations }, { reader }, info) => {
    const answers: unknown[] = representations.map(() => null);
    const reads = [...placesByType(representations)].map(async ([name, places]) => {
      const model = models.get(name);
      if (!model) return;
      const wanted = places.map((place) => representations[place]!);
      const rows = await reader.references(model, wanted, info);
      rows.forEach((row, at) => (answers[places[at]!] = row && Object.assign(row, { [typeKey]: name })));
    });
    await Promise.all(reads);
    return answers;
  };

function placesByType(representations: readonly Representation[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  representations.forEach(({ __typename }, place) => {
    const name = String(__typename);
    const known = places.get(name);
    if (known) known.push(place);
    else places.set(name, [place]);
  });
  return places;
}

/** Puts the check before every root field that has @authenticated: the gateway checks too, but may be passed by. */
export function guardRoots(schema: GraphQLSchema): void {
  for (const field of roots(schema).flatMap((root) => Object.values(root.getFields()))) {
    if (field.astNode?.directives?.some(({ name }) => name.value === 'authenticated')) guard(field);
  }
}

function guard(field: GraphQLField<unknown, unknown>): void {
  const { resolve } = field;
  field.resolve = (source, args, context, info) => {
    if ((context as Context).viewer.personId === undefined) throw unauthenticated();
    return resolve?.(source, args, context, info);
  };
}
