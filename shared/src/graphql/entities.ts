import type { GraphQLFieldResolver, GraphQLSchema, GraphQLUnionType } from 'graphql';
import type { ReadModel, Representation } from '../read/index.js';
import type { Context } from './context.js';
import { typeOf } from './resolvers.js';

type Models = ReadonlyMap<string, ReadModel<never>>;

/** Replaces the one-by-one resolution of references by the reader's: all of a type in one statement. */
export function answerReferences(schema: GraphQLSchema, models: Models): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  if (!field) return;
  const union = schema.getType('_Entity') as GraphQLUnionType;
  const entities = union.getTypes().flatMap(({ name }) => models.get(name) ?? []);
  field.resolve = entitiesOf(new Map(entities.map((model) => [model.name, model]))) as GraphQLFieldResolver<
    unknown,
    unknown
  >;
  union.resolveType = typeOf;
}

const entitiesOf =
  (models: Models): GraphQLFieldResolver<unknown, Context, { representations: Representation[] }> =>
  async (...[, { representations }, { reader }, info]) => {
    const answers: unknown[] = representations.map(() => null);
    const reads = [...placesByType(representations)].map(async ([name, places]) => {
      const model = models.get(name);
      if (!model) return;
      const wanted = places.map((place) => representations[place]!);
      const rows = await reader.references(model, wanted, info);
      rows.forEach((row, at) => (answers[places[at]!] = row));
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
