import {
  getNamedType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { type ReadModel, typeKey } from '../read/index.js';
import type { Context } from './context.js';

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

/** Fields whose whole answer is the reader's: of the roots and of payloads, with the type of a read model or a list of it. */
export function isAnsweredBy(schema: GraphQLSchema, plain: ReadonlySet<string>, models: Models) {
  const parents = new Set([...plain, ...roots(schema).map(({ name }) => name)]);
  return (type: string, parent: string): boolean =>
    parents.has(parent) && (models.has(type) || isConnection(type) || type === '_Entity');
}

/** Reads a property of the parent: what the reader made has the response's keys, what a resolver made has the fields' names. */
export const propertyOf =
  (plain: ReadonlySet<string>): GraphQLFieldResolver<unknown, unknown> =>
  (...[source, , , info]) => {
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
  (...[source, , { reader }, info]) => {
    const id = (source as Record<string, unknown>)[info.fieldName];
    const by: object = { id };
    return typeof id === 'string' ? reader.one(model, by, info) : id;
  };
