import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema, lexicographicSortSchema, print } from 'graphql';
import { GraphQLDate, GraphQLDateTimeISO } from 'graphql-scalars';
import { buildSchemaSync, type ClassType, type NonEmptyArray } from 'type-graphql';
import type { ReadModel } from '../read/index.js';
import { federationSdl } from './federation-sdl.js';
import { refusals } from './refusals.js';
import { entitiesOf, guardRoots, plainTypes, propertyOf, rereadPayloads, roots } from './resolvers.js';

export interface SubgraphParts {
  /** Resolver instances by class; type-graphql asks for them when a root field is called. */
  readonly resolvers: ReadonlyMap<ClassType<object>, object>;
  /** Types that no root field reaches: stubs of other subgraphs, types that only a reference answers. */
  readonly orphanedTypes: readonly ClassType<object>[];
  readonly models: readonly ReadModel<never>[];
  /** Whether this subgraph answers `node(id)` for the whole graph. */
  readonly answersNode?: boolean;
}

export interface BuiltSubgraph {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  readonly fieldResolver: GraphQLFieldResolver<unknown, unknown>;
}

/**
 * The executable schema of a subgraph: type-graphql gives types and root resolvers, read models give pages, filters,
 * references and payloads. Nested fields have no resolvers: they read a property of what the reader answered.
 */
export function buildSubgraph(parts: SubgraphParts): BuiltSubgraph {
  const classes = typeGraphqlSchema(parts);
  const models = new Map(parts.models.map((model) => [model.name, model]));
  const document = federationSdl(printSchemaWithDirectives(lexicographicSortSchema(classes)), parts.models, !!parts.answersNode);
  const schema = buildSubgraphSchema({ typeDefs: document });
  copyRootResolvers(classes, schema);
  const plain = plainTypes(schema, models);
  rereadPayloads(schema, plain, models);
  guardRoots(schema);
  const entities = schema.getQueryType()?.getFields()._entities;
  if (entities) entities.resolve = entitiesOf(models) as GraphQLFieldResolver<unknown, unknown>;
  return { schema, sdl: `${print(document)}\n`, fieldResolver: propertyOf(plain) };
}

function typeGraphqlSchema({ resolvers, orphanedTypes }: SubgraphParts): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [...resolvers.keys()] as unknown as NonEmptyArray<ClassType<object>>,
    orphanedTypes: [...orphanedTypes],
    container: { get: (someClass) => resolvers.get(someClass as ClassType<object>) },
    globalMiddlewares: [refusals],
    validate: true,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTimeISO }],
  });
}

/** Root fields keep the resolver that type-graphql made from the decorated method; scalars keep their own checks. */
function copyRootResolvers(from: GraphQLSchema, to: GraphQLSchema): void {
  for (const root of roots(to)) {
    const fields = (from.getType(root.name) as GraphQLObjectType | undefined)?.getFields() ?? {};
    for (const [name, field] of Object.entries(fields)) root.getFields()[name]!.resolve = field.resolve;
  }
  for (const [name, type] of Object.entries(from.getTypeMap())) {
    const target = to.getType(name);
    if (target && 'parseValue' in type && 'parseValue' in target && !('getValues' in type)) {
      Object.assign(target, { serialize: type.serialize, parseValue: type.parseValue, parseLiteral: type.parseLiteral });
    }
  }
}

export { GraphQLDate as DateScalar };
