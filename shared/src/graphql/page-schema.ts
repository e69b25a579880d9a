import { type FieldDefinitionNode, type ObjectTypeDefinitionNode, parse } from 'graphql';
import type { ReadModel } from '../read/index.js';
import type { Column, ColumnType } from '../read/columns.js';
import { defaultPage, largestPage } from '../arguments/index.js';
import { orderField } from '../read/order-field.js';
import { facetsType, facetValue } from './facet-schema.js';
import { leafName, type Definitions } from './leaf-name.js';

/** SDL of the arguments, filters, orders and facets that read models give to their connections. */
export function pageDefinitions(models: readonly ReadModel<never>[], types: Definitions): string {
  const filters = new Map<string, string>();
  const sdl = models.flatMap((model) => [
    filterInput(model, types, filters),
    orderInput(model),
    facetsType(model, types),
  ]);
  const usesOrder = models.some((model) => model.options.order?.length);
  const usesFacets = models.some((model) => facetsType(model, types));
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

const orderDirection = `
  "Direction of an ordering."
  enum OrderDirection { "From small to large, from A to Z, from old to new." ASC "From large to small, from Z to A, from new to old." DESC }`;

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

function filterInput(model: ReadModel<never>, types: Definitions, filters: Map<string, string>): string {
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
