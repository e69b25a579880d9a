import { entityTypes, prefixOf } from '@lokaal/shared/ids';
import {
  buildASTSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isAbstractType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { communitySdl } from '../../src/schema.js';
import type { Row } from '../given.js';

export const schema = buildASTSchema(parse(communitySdl()), { assumeValid: true, assumeValidSDL: true });
const node = schema.getType('Node');

export type Field = GraphQLField<unknown, unknown>;

export const isEntity = (type: unknown): boolean =>
  (isObjectType(type) && type.getInterfaces().some((one) => one === node)) ||
  (isAbstractType(type) && schema.getPossibleTypes(type).every(isEntity));

/** The entity types that this subgraph answers for; the keys of others hold nothing. */
export const ownTypes: readonly string[] = Object.values(entityTypes)
  .filter(({ owner, type }) => owner === 'community' && isObjectType(schema.getType(type)))
  .map(({ type }) => type);

/** Every entity type of the schema that another subgraph does not own. */
export const entityTypesOfSchema = (): string[] => {
  const foreign = new Set<string>(
    Object.values(entityTypes).flatMap(({ owner, type }) => (owner === 'community' ? [] : [type])),
  );
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && isEntity(type) && !foreign.has(type.name))
    .map(({ name }) => name);
};

export const typeOf = ({ id }: Row): string => entityTypes[prefixOf(id)!].type;

/** A field as it is asked for, whatever it holds; a path goes through objects. */
export function selected(type: string, path: string): string {
  const [name = '', ...rest] = path.split('.');
  const field = fieldOf(type, name);
  if (rest.length > 0) return `${name} { ${selected(target(field).name, rest.join('.'))} }`;
  return isLeafType(target(field)) ? name : `${name} { __typename }`;
}

export function fieldOf(type: string, name: string): Field {
  const field = (schema.getType(type) as GraphQLObjectType).getFields()[name];
  if (!field) throw new Error(`${type} has no field ${name}.`);
  return field;
}

export const target = (field: Field) => getNamedType(field.type);
const isList = (field: Field): boolean => field.args.some(({ name }) => name === 'first');

/** A field as it is asked for with its row: nothing when it asks for an argument. */
function selectionOf(field: Field): string | undefined {
  if (field.args.some(isRequiredArgument)) return undefined;
  if (isLeafType(target(field))) return field.name;
  if (isEntity(target(field))) return `${field.name} { ... on Node { id } }`;
  return isList(field) ? `${field.name}(first: 100) ${page}` : `${field.name} { ${wholeOf(target(field).name)} }`;
}

const counted = '{ totalCount nodes { ... on Node { id } } }';
const page = '{ totalCount nodes { ... on Node { id } } edges { node { ... on Node { id } } } }';

/** All of an object: what it says itself, and all that leads from it to others. */
export function wholeOf(type: string): string {
  const fields = Object.values((schema.getType(type) as GraphQLObjectType).getFields());
  return ['__typename', ...fields.map(selectionOf).filter((one) => one !== undefined)].join(' ');
}

const roots = Object.values(schema.getQueryType()!.getFields());

/** Root fields that are no list and ask for nothing, such as who the viewer is. */
export const singles = (): string[] =>
  roots
    .filter((field) => field.args.length === 0)
    .map((field) => (isLeafType(target(field)) ? field.name : `${field.name} { ${wholeOf(target(field).name)} }`))
    .map((asked) => `{ ${asked} }`);

const facetsOf = (field: Field): string => {
  const facets = isObjectType(target(field)) && (target(field) as GraphQLObjectType).getFields()['facets'];
  if (!facets) return '';
  const names = Object.keys((target(facets) as GraphQLObjectType).getFields());
  return `facets { ${names.map((name) => `${name} { count }`).join(' ')} }`;
};

/** All lists, from both ends and in every order; what they hold, and how often by their facets. */
export const listsOf = (): string[] =>
  roots.filter((field) => isList(field) && !field.args.some(isRequiredArgument)).flatMap(questionsOfList);

function questionsOfList(field: Field): string[] {
  const asked = `${page.slice(0, -1)} ${facetsOf(field)} }`;
  const order = field.args.find(({ name }) => name === 'orderBy');
  const input = order && getNamedType(order.type);
  const by = isInputObjectType(input) ? input.getFields()['field'] : undefined;
  const values = by ? (getNamedType(by.type) as unknown as { getValues(): { name: string }[] }).getValues() : [];
  return [
    `{ ${field.name}(first: 100) ${asked} }`,
    `{ ${field.name}(last: 100) ${asked} }`,
    ...values.map(
      ({ name }) => `{ ${field.name}(first: 100, orderBy: { field: ${name}, direction: DESC }) ${counted} }`,
    ),
  ];
}

/** Lists that hold entities of a type. */
const listsOfType = (type: string): Field[] =>
  roots.filter((field) => {
    const nodes = isList(field) && (target(field) as GraphQLObjectType).getFields()['nodes'];
    return nodes && holds(nodes, type);
  });

const holds = (field: Field, type: string): boolean => {
  const named = target(field);
  return isAbstractType(named) ? schema.getPossibleTypes(named).some(({ name }) => name === type) : named.name === type;
};

export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Whoever knows or guesses what a row holds, by each of its columns: as a key, as a filter and as what is searched for. */
export const probes = (type: string, columns: Readonly<Record<string, unknown>>): Question[] => [
  ...byKey(type, columns),
  ...listsOfType(type).flatMap((field) => [...byFilter(field, columns), ...bySearch(field, columns)]),
];

function byKey(type: string, columns: Readonly<Record<string, unknown>>): Question[] {
  return roots
    .filter((field) => !isList(field) && target(field).name === type)
    .flatMap((field) =>
      field.args
        .filter(({ name }) => typeof columns[name] === 'string')
        .map((argument) => ({
          query: `query ($value: ${String(argument.type)}) { ${field.name}(${argument.name}: $value) { id } }`,
          variables: { value: columns[argument.name] },
        })),
    );
}

function byFilter(field: Field, columns: Readonly<Record<string, unknown>>): Question[] {
  const argument = field.args.find(({ name }) => name === 'filter');
  const filter = argument && getNamedType(argument.type);
  if (!isInputObjectType(filter)) return [];
  return Object.values(filter.getFields()).flatMap(({ name, type }) => {
    const operators = getNamedType(type);
    const equals = isInputObjectType(operators) ? operators.getFields()['eq'] : undefined;
    const value = columns[name];
    if (!equals || !['string', 'number', 'boolean'].includes(typeof value)) return [];
    const question = `${field.name}(first: 100, filter: { ${name}: { eq: $value } }) ${counted}`;
    return [{ query: `query ($value: ${getNamedType(equals.type).name}) { ${question} }`, variables: { value } }];
  });
}

function bySearch(field: Field, columns: Readonly<Record<string, unknown>>): Question[] {
  const words = field.args.find(({ name }) => name === 'search' || name === 'text');
  if (!words) return [];
  return ['name', 'title', 'legalName', 'label', 'holderName', 'personName', 'body']
    .filter((name) => typeof columns[name] === 'string')
    .map((name) => ({
      query: `query ($words: ${String(words.type)}) { ${field.name}(first: 100, ${words.name}: $words) ${counted} }`,
      variables: { words: columns[name] },
    }));
}

/** Root fields that lead to no entity and have no list: figures, checked by name. */
export const otherRoots = (): string[] =>
  roots.filter((field) => !isList(field) && !isEntity(target(field))).map(({ name }) => name);
