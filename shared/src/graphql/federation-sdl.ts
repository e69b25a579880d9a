import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from 'graphql';
import { entityTypes } from '../ids/index.js';
import type { ReadModel } from '../read/index.js';
import { facetsField } from './facet-schema.js';
import type { Definitions } from './leaf-name.js';
import { pageArguments, pageDefinitions } from './page-schema.js';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@requires", "@external", "@provides", "@authenticated", "@requiresScopes", "@inaccessible"])`;

/** A subgraph's SDL as composition wants it, from what type-graphql printed and what the read models add. */
export function federationSdl(
  printed: string,
  models: readonly ReadModel<never>[],
  answersNode: boolean,
): DocumentNode {
  const definitions = parse(printed).definitions.filter(
    (one) => one.kind !== Kind.DIRECTIVE_DEFINITION && one.kind !== Kind.SCHEMA_DEFINITION,
  );
  const types = new Map(
    definitions.flatMap((one) => ('name' in one && one.name ? [[one.name.value, one as DefinitionNode]] : [])),
  );
  const byConnection = new Map(models.map((model) => [`${model.name}Connection`, model]));
  const stubs = new Set(models.filter(({ table }) => table === undefined).map(({ name }) => name));
  const own = definitions.map((one) => {
    if (one.kind !== Kind.OBJECT_TYPE_DEFINITION) return one;
    const paged = withPages(one, byConnection, types);
    return stubs.has(one.name.value) ? inItsOwnersWords(paged) : paged;
  });
  const used = models.filter((model) => types.has(`${model.name}Connection`));
  const added = pageDefinitions(used, types) + (answersNode ? nodeStubs(types) : '');
  return { kind: Kind.DOCUMENT, definitions: [...parse(federation + added).definitions, ...own] };
}

function withPages(
  type: ObjectTypeDefinitionNode,
  byConnection: ReadonlyMap<string, ReadModel<never>>,
  types: Definitions,
): ObjectTypeDefinitionNode {
  const own = byConnection.get(type.name.value);
  const fields = (type.fields ?? []).map((field): FieldDefinitionNode => {
    const model = byConnection.get(namedType(field.type));
    return model ? { ...field, arguments: [...(field.arguments ?? []), ...(pageArguments(model) ?? [])] } : field;
  });
  return { ...type, fields: own ? [...fields, ...facetsField(own, types)] : fields };
}

/** What a type of another subgraph is, its owner says: composition would take either description for the whole graph. */
function inItsOwnersWords({ description: _ours, ...type }: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const fields = (type.fields ?? []).map((field) => {
    const isOwners = field.name.value === 'id' || field.directives?.some(({ name }) => name.value === 'external');
    return isOwners ? { ...field, description: undefined } : field;
  });
  return { ...type, fields };
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

/** The entities of the other subgraphs, as the one that answers `node(id)` knows them: by their id alone. */
function nodeStubs(types: Definitions): string {
  return Object.values(entityTypes)
    .filter(({ type }) => !types.has(type))
    .map(
      ({ type }) => `
  type ${type} implements Node @key(fields: "id", resolvable: false) { id: ID! }`,
    )
    .join('\n');
}
