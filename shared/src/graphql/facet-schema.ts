import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import { isOpen } from '../ids/index.js';
import type { ReadModel } from '../read/index.js';
import { nameOfFacet, relationBy } from '../read/facet.js';
import { type Definitions, leafName } from './leaf-name.js';

export const facetValue = `
  "Facetwaarde: how many rows of the list have this value."
  type FacetValue @shareable {
    "The value, to be used in a filter." value: String!
    "The value as people read it; of a key the name of what it points to, where this subgraph has it." label: String
    "Number of rows with this value." count: Int!
  }`;

/** The field `facets` of a model's connection, or nothing when it has none. */
export function facetsField(model: ReadModel<never>, types: Definitions): readonly FieldDefinitionNode[] {
  if (namesOfFacets(model, types).length === 0) return [];
  const sdl = `type X { "Facetten: counts per value, under the same filter and search." facets: ${model.name}Facets! }`;
  return (parse(sdl).definitions[0] as ObjectTypeDefinitionNode).fields!;
}

export function facetsType(model: ReadModel<never>, types: Definitions): string {
  const names = namesOfFacets(model, types);
  if (names.length === 0) return '';
  const fields = names.map((name) => `${JSON.stringify(describe(model, name, types))} ${name}: [FacetValue!]!`);
  return `
  "Facetten of a list of ${model.name}: the most frequent values, at most 50 each."
  type ${model.name}Facets { ${fields.join(' ')} }`;
}

/** What a list is counted by: the enums and relations that it can be filtered by, and what its model declares. */
function namesOfFacets(model: ReadModel<never>, types: Definitions): string[] {
  const { search, facets, filter = [] } = model.options;
  const filterable = search || facets ? filter.filter((property) => isCounted(model, property, types)) : [];
  return [...new Set([...filterable, ...model.facets.map(nameOfFacet)])];
}

/** The key of another subgraph's row that its owner may hide is told by nobody: it would tell that the row is there. */
function isCounted(model: ReadModel<never>, property: string, types: Definitions): boolean {
  const target = relationBy(model, property)?.[1].model;
  if (target) return target.table !== undefined || isOpen(target.name) === true;
  return types.get(leafName(model, model.column(property), types))?.kind === Kind.ENUM_TYPE_DEFINITION;
}

/** Says what is counted in the words of the field that publishes it. */
function describe(model: ReadModel<never>, name: string, types: Definitions): string {
  const derived = model.facets.find((facet) => nameOfFacet(facet) === name)?.derived;
  const fields = (types.get(model.name) as ObjectTypeDefinitionNode | undefined)?.fields ?? [];
  const published = relationBy(model, name)?.[0] ?? name;
  const field = derived ? undefined : fields.find((one) => one.name.value === published);
  const meaning = derived?.description ?? field?.description?.value;
  return ['Aantallen: counts per value.', ...(meaning ? [meaning] : [])].join(' ');
}
