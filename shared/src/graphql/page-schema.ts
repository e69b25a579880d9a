import {
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from 'graphql';
import type { ReadModel } from '../read/index.js';
import { nameOfFacet } from '../read/model.js';
import type { Column, ColumnType } from '../read/columns.js';
import { defaultPage, largestPage } from '../arguments/index.js';
import { fieldName, orderField } from '../read/order-field.js';

/** SDL of the arguments, filters, orders and facets that read models give to their connections. */
export function pageDefinitions(
  models: readonly ReadModel<never>[],
  types: ReadonlyMap<string, DefinitionNode>,
): string {
  const filters = new Map<string, string>();
  const sdl = models.flatMap((model) => [
    filterInput(model, types, filters),
    orderInput(model),
    facetsType(model, types),
  ]);
  const usesOrder = models.some((model) => model.options.order?.length);
  const usesFacets = models.some((model) => model.facets.length > 0);
  return [...sdl, ...filters.values(), usesOrder ? orderDirection : '', usesFacets ? facetValue : ''].join('\n');
}

/** The arguments of every field that is a connection of this model. */
export function pageArguments(model: ReadModel<never>): FieldDefinitionNode['arguments'] {
  const { filter, order, search } = model.options;
  const sdl = `type X { x(
    "Rows from the start, or after the cursor: ${defaultPage} when nothing is asked for, at most ${largestPage}." first: Int
    "Cursor after which the page starts." after: String
    "Rows from the end, or before the cursor; at most ${largestPage}. Not together with first." last: Int
    "Cursor before which the page ends." before: String
    ${filter?.length ? `"Which rows: all conditions must hold." filter: ${model.name}Filter` : ''}
    ${order?.length ? `"In which order; the id breaks ties." orderBy: [${model.name}Order!]` : ''}
    ${search ? `"Words to search in Dutch, the first sixteen different ones; forgives typing errors. Best match first unless orderBy says otherwise." search: String` : ''}
  ): Int }`;
  const type = parse(sdl).definitions[0] as ObjectTypeDefinitionNode;
  return type.fields![0]!.arguments;
}

/** The field `facets` of a model's connection, or nothing when it has none. */
export const facetsField = (model: ReadModel<never>): FieldDefinitionNode[] =>
  model.facets.length > 0
    ? [
        ...(
          parse(
            `type X { "Facetten: counts per value, under the same filter and search." facets: ${model.name}Facets! }`,
          ).definitions[0] as ObjectTypeDefinitionNode
        ).fields!,
      ]
    : [];

const orderDirection = `
  "Direction of an ordering."
  enum OrderDirection { "From small to large, from A to Z, from old to new." ASC "From large to small, from Z to A, from new to old." DESC }`;

const facetValue = `
  "Facetwaarde: how many rows of the list have this value."
  type FacetValue @shareable {
    "The value, to be used in a filter." value: String!
    "The value as people read it." label: String
    "Number of rows with this value." count: Int!
  }`;

function orderInput(model: ReadModel<never>): string {
  const columns = model.options.order ?? [];
  if (columns.length === 0) return '';
  const values = columns.map((column) => `"By ${column}." ${orderField(column)}`).join(' ');
  return `
  "What a list of ${model.name} can be ordered by."
  enum ${model.name}OrderField { ${values} }
  "One term of the order of a list of ${model.name}."
  input ${model.name}Order { "What to order by." field: ${model.name}OrderField! "Direction." direction: OrderDirection! = ASC }`;
}

function filterInput(
  model: ReadModel<never>,
  types: ReadonlyMap<string, DefinitionNode>,
  filters: Map<string, string>,
): string {
  const columns = model.options.filter ?? [];
  if (columns.length === 0) return '';
  const fields = columns.map((property) => {
    const column = model.column(property);
    const named = leafName(model, column, types);
    const filter = `${named}${column.isArray ? 'List' : ''}Filter`;
    filters.set(filter, comparisonInput(filter, named, column));
    return `"Condition on ${property}." ${property}: ${filter}`;
  });
  const name = `${model.name}Filter`;
  return `
  "Conditions on a list of ${model.name}; those side by side must all hold."
  input ${name} {
    ${fields.join('\n    ')}
    "All of these must hold." and: [${name}!]
    "One of these must hold." or: [${name}!]
    "This must not hold." not: ${name}
  }`;
}

const leafOfColumn: Record<ColumnType, string> = {
  text: 'String',
  integer: 'Int',
  bigint: 'Float',
  numeric: 'Float',
  boolean: 'Boolean',
  timestamptz: 'DateTime',
  date: 'Date',
  jsonb: 'String',
};

/** The type of the field that publishes the column; a column that is not published is an id or what its type says. */
function leafName(model: ReadModel<never>, column: Column, types: ReadonlyMap<string, DefinitionNode>): string {
  const type = types.get(model.name) as ObjectTypeDefinitionNode | undefined;
  const field = type?.fields?.find((one) => one.name.value === column.property);
  if (field) return namedType(field.type);
  return column.property.endsWith('Id') ? 'ID' : leafOfColumn[column.type];
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

const ordered = new Set<ColumnType>(['integer', 'bigint', 'numeric', 'timestamptz', 'date']);

function comparisonInput(name: string, leaf: string, column: Column): string {
  // part of an id or of a checked number is no value of its type
  const isText = column.type === 'text' && leaf === 'String';
  const operators = column.isArray
    ? [`"Holds this value." has: ${leaf}`, `"Holds at least one of these values." hasAny: [${leaf}!]`]
    : [
        `"Equal to." eq: ${leaf}`,
        `"Not equal to; a missing value never matches." ne: ${leaf}`,
        `"One of." in: [${leaf}!]`,
        `"None of; a missing value never matches." notIn: [${leaf}!]`,
        ...(ordered.has(column.type)
          ? [
              `"More than." gt: ${leaf}`,
              `"At least." gte: ${leaf}`,
              `"Less than." lt: ${leaf}`,
              `"At most." lte: ${leaf}`,
            ]
          : []),
        ...(isText
          ? [
              `"Holds this text; case and accents do not matter." contains: ${leaf}`,
              `"Begins with this text; case and accents do not matter." startsWith: ${leaf}`,
            ]
          : []),
      ];
  return `
  "Comparisons with ${column.isArray ? `a list of ${leaf}` : leaf}; those side by side must all hold, null means no condition."
  input ${name} { ${operators.join(' ')} "Whether the value is missing." isNull: Boolean }`;
}

function facetsType(model: ReadModel<never>, types: ReadonlyMap<string, DefinitionNode>): string {
  if (model.facets.length === 0) return '';
  const published = new Set(
    ((types.get(model.name) as ObjectTypeDefinitionNode).fields ?? []).map((field) => field.name.value),
  );
  const fields = model.facets.map((facet) => {
    const name = nameOfFacet(facet);
    return `"Counts per ${published.has(name) ? name : fieldName(name)}." ${name}: [FacetValue!]!`;
  });
  return `
  "Facetten of a list of ${model.name}: the most frequent values, at most 50 each."
  type ${model.name}Facets { ${fields.join(' ')} }`;
}
