import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  lexicographicSortSchema,
  print,
} from 'graphql';
import { buildSchemaSync, type ClassType, type NonEmptyArray } from 'type-graphql';
import type { AnyReadModel, ReadModel } from '../read/index.js';
import { answerSchema } from './answer-schema.js';
import { checkAccess, checkPlain } from './check-access.js';
import { checkModels } from './check-models.js';
import { checkOutages } from './check-outages.js';
import { checkReferences } from './check-references.js';
import { DateTime } from '../scalars/index.js';
import { federationSdl } from './federation-sdl.js';
import { refusals } from './refusals.js';
import { answerReferences } from './entities.js';
import { guardRoots } from './guard-roots.js';
import { isAnsweredBy, plainTypes, propertyOf, rereadPayloads, roots } from './resolvers.js';

export interface SubgraphParts {
  /** Resolver instances, one a class; type-graphql asks for them when a root field is called. */
  readonly resolvers: readonly object[];
  /** Types that no root field reaches: stubs of other subgraphs, types that only a reference answers. */
  readonly orphanedTypes: readonly ClassType<object>[];
  readonly models: readonly AnyReadModel[];
  /** Whether this subgraph answers `node(id)` for the whole graph. */
  readonly answersNode?: boolean;
}

export interface BuiltSubgraph {
  /** What requests are validated against, and what introspection tells. */
  readonly schema: GraphQLSchema;
  /** The same for execution: what the reader answers is a leaf. */
  readonly answers: GraphQLSchema;
  readonly sdl: string;
  readonly fieldResolver: GraphQLFieldResolver<unknown, unknown>;
  /** How its types are read. */
  readonly models: readonly AnyReadModel[];
}

/**
 * The executable schema of a subgraph: type-graphql gives types and root resolvers, read models give pages, filters,
 * references and payloads. Nested fields have no resolvers: they read a property of what the reader answered.
 */
export function buildSubgraph(parts: SubgraphParts): BuiltSubgraph {
  const classes = typeGraphqlSchema(parts);
  const readModels = parts.models as readonly ReadModel<never>[];
  const models = new Map(readModels.map((model) => [model.name, model]));
  const printed = printSchemaWithDirectives(lexicographicSortSchema(classes));
  const document = federationSdl(printed, readModels, !!parts.answersNode);
  const schema = buildSubgraphSchema({ typeDefs: document });
  copyRootResolvers(classes, schema);
  checkModels(schema, models);
  checkAccess(schema);
  checkOutages(schema, models);
  checkReferences(schema, models);
  const plain = plainTypes(schema, models);
  checkPlain(schema, plain, models);
  rereadPayloads(schema, plain, models);
  guardRoots(schema);
  answerReferences(schema, models);
  const answers = answerSchema(schema, isAnsweredBy(schema, plain, models));
  return { schema, answers, sdl: `${print(document)}\n`, fieldResolver: propertyOf(plain), models: parts.models };
}

function typeGraphqlSchema({ resolvers, orphanedTypes }: SubgraphParts): GraphQLSchema {
  const classes = resolvers.map((one) => one.constructor as ClassType<object>);
  return buildSchemaSync({
    resolvers: classes as unknown as NonEmptyArray<ClassType<object>>,
    orphanedTypes: [...orphanedTypes],
    container: { get: (wanted) => resolvers[classes.indexOf(wanted as ClassType<object>)] },
    globalMiddlewares: [refusals],
    // what is printed from it is validated again, as a subgraph
    skipCheck: true,
    // null is a value that the rules must see; what may be absent says so with IfSent or IfValue
    validate: { skipMissingProperties: false },
    scalarsMap: [{ type: Date, scalar: DateTime }],
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
      Object.assign(target, {
        serialize: type.serialize,
        parseValue: type.parseValue,
        parseLiteral: type.parseLiteral,
      });
    }
  }
}
