import {
  getNamedType,
  type GraphQLFieldConfig,
  GraphQLNonNull,
  type GraphQLObjectType,
  GraphQLScalarType,
  type GraphQLSchema,
  isNonNullType,
} from 'graphql';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import type { Context } from './context.js';

/** What the reader answers, passed on as it is. */
const Answer = new GraphQLScalarType({
  name: 'Answer',
  description: 'What a statement answered.',
  serialize: (value) => value,
});

/**
 * The schema as it is executed. A statement answers in the shape of the response, names, nulls and order included, so
 * its answer is a leaf for graphql-js: to complete it value by value would take longer than to read it. Requests are
 * validated against the schema itself; resolvers see that one too.
 */
export const answerSchema = (
  schema: GraphQLSchema,
  isAnswered: (type: string, parent: string) => boolean,
): GraphQLSchema =>
  mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, _name, parent) =>
      isAnswered(getNamedType(field.type).name, parent) ? answered(field, schema, parent) : undefined,
  });

type Field = GraphQLFieldConfig<unknown, Context>;

function answered(field: Field, schema: GraphQLSchema, parent: string): Field {
  const parentType = schema.getType(parent) as GraphQLObjectType;
  return {
    ...field,
    type: isNonNullType(field.type) ? new GraphQLNonNull(Answer) : Answer,
    resolve: (...[source, args, context, info]) =>
      field.resolve?.(source, args, context, { ...info, schema, parentType }),
  };
}
