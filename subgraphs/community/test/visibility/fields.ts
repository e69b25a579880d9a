import { type GraphQLObjectType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { type Line, openFields } from './matrix.js';
import { type Field, fieldOf, isEntity, schema, target } from './paths.js';

/** Every row has these, seen with it. */
const ofEveryRow = new Set(['id', 'createdAt', 'updatedAt', 'version']);

/** What lists and mutations answer with holds rows, of which their own lines tell. */
const isFrame = (name: string): boolean =>
  /^(__.*|Query|Mutation|.*(Connection|Edge|Facets|Payload)|PageInfo|FacetValue|UserError|_Service)$/.test(name);

const leadsElsewhere = (field: Field): boolean => isEntity(target(field)) || isFrame(target(field).name);

/** Every field that says something itself, as "Type field". */
export const speakingFields = (): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !isFrame(type.name))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !ofEveryRow.has(field.name) && !leadsElsewhere(field))
        .map(({ name }) => `${type.name} ${name}`),
    );

export const openFieldNames = (): string[] =>
  [...openFields].flatMap(([type, fields]) => fields.map((field) => `${type} ${field}`));

/** The field that a line is about, as "Type field": of a path, its last one. */
export function fieldOfLine({ object, field = '' }: Line): string {
  const path = field.split('.');
  const type = path.slice(0, -1).reduce((on, name) => target(fieldOf(on, name)).name, object.split(' ')[0]!);
  return `${type} ${path.at(-1)}`;
}

/** All fields of a type that are seen with it, and what these hold. */
export function openSelection(type: string): string {
  const fields = (openFields.get(type) ?? [])
    .map((name) => fieldOf(type, name))
    .filter((field) => !field.args.some(isRequiredArgument))
    .map((field) =>
      isLeafType(target(field)) ? field.name : `${field.name} { ${openSelection(target(field).name)} }`,
    );
  return ['__typename', ...fields].join(' ');
}
