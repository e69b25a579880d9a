import {
  type GraphQLField,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type ReadModel, SearchModel } from '../read/index.js';

type Models = ReadonlyMap<string, ReadModel<never>>;

/**
 * Refuses a schema in which another subgraph's outage would cost more than its own fields: root fields, fields that
 * hold an entity of another subgraph, and what is added to such an entity can all be null.
 */
export function checkOutages(schema: GraphQLSchema, models: Models): void {
  const query = schema.getQueryType();
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  for (const type of types.filter(({ name }) => !name.startsWith('__') && name !== '_Service')) {
    for (const field of Object.values(type.getFields())) {
      if (isNonNullType(field.type) && maybeAway(field, type, { query, models })) {
        throw new Error(`${type.name}.${field.name} must be nullable: another subgraph may be away.`);
      }
    }
  }
}

interface Graph {
  readonly query: GraphQLObjectType | null | undefined;
  readonly models: Models;
}

function maybeAway(field: GraphQLField<unknown, unknown>, type: GraphQLObjectType, { query, models }: Graph): boolean {
  if (field.name.startsWith('_') || isKeyOrExternal(field)) return false;
  if (type === query) return true;
  return isStub(models.get(type.name)) || isStub(models.get(getNamedType(field.type).name));
}

const isStub = (model: ReadModel<never> | undefined): boolean =>
  model !== undefined && model.table === undefined && !(model instanceof SearchModel);

const isKeyOrExternal = ({ name, astNode }: GraphQLField<unknown, unknown>): boolean =>
  name === 'id' || (astNode?.directives ?? []).some((directive) => directive.name.value === 'external');
