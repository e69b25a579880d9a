import {
  buildSchema,
  getNamedType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const schema = buildSchema(readFileSync(join(__dirname, '../supergraph.graphql'), 'utf8'), { assumeValidSDL: true });

/** Vocabularies of which the values are texts. */
const vocabularies = new Set(['themeSlugs', 'cyfunCategories', 'referenceRegion', 'functions', 'buildingBlock']);

/** Keys that are told by no count: the catalogue may hide the solution of a key. */
const untold = new Set(['Session.solutionIds']);

const connections = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) => Object.values(type.getFields()))
  .filter(({ args }) => args.some(({ name }) => name === 'search'))
  .map(({ type }) => getNamedType(type) as GraphQLObjectType);
const searchable = [...new Map(connections.map((type) => [type.name, type])).values()];

/** The columns of a list's filter that have few values: enums, keys of other rows and vocabularies. */
function countable(list: string): string[] {
  const filter = schema.getType(`${list}Filter`);
  if (!isInputObjectType(filter)) return [];
  return Object.values(filter.getFields())
    .filter(({ name, type }) => vocabularies.has(name) || hasFewValues(getNamedType(type) as GraphQLInputObjectType))
    .map(({ name }) => name)
    .filter((name) => !untold.has(`${list}.${name}`));
}

function hasFewValues(comparison: GraphQLInputObjectType): boolean {
  const { eq, has } = comparison.getFields();
  const compared = getNamedType((eq ?? has)?.type);
  return isEnumType(compared) || compared?.name === 'ID';
}

const listOf = ({ name }: GraphQLObjectType): string => name.replace(/Connection$/, '');

it('knows which lists can be searched', () => {
  expect(searchable.map(listOf)).toEqual(expect.arrayContaining(['Organisation', 'Solution', 'Standard', 'Vendor']));
});

it.each(searchable.map((type) => [listOf(type), type] as const))(
  'counts a list of %s by every enum and relation that it can be filtered by',
  (list, type) => {
    const facets = type.getFields()['facets'];
    const counted = facets ? Object.keys((getNamedType(facets.type) as GraphQLObjectType).getFields()) : [];
    expect(counted).toEqual(expect.arrayContaining(countable(list)));
  },
);
