import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isListType,
  Kind,
  getNullableType,
  isObjectType,
} from 'graphql';
import { accessDirectives } from '../auth/index.js';
import type { ReadModel } from '../read/index.js';
import { roots } from './resolvers.js';

/** What the subgraph enforces by itself; elsewhere these directives would only look like a wall. */
const enforcedOnRoots = new Set(Object.values(accessDirectives));
const allDirectives = new Set([...enforcedOnRoots, 'policy']);

/** Refuses access directives that nothing enforces, and keys that the reader does not look up. */
export function checkAccess(schema: GraphQLSchema): void {
  const guarded = new Set(roots(schema).flatMap((root) => Object.values(root.getFields())));
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    checkKeys(type);
    refuseDirectives(type.name, type.astNode?.directives, false);
    for (const field of Object.values(type.getFields()))
      refuseDirectives(`${type.name}.${field.name}`, field.astNode?.directives, guarded.has(field));
  }
}

type Directives = NonNullable<GraphQLObjectType['astNode']>['directives'];

function refuseDirectives(place: string, directives: Directives, isRootField: boolean): void {
  for (const { name } of directives ?? []) {
    const isEnforced = isRootField && enforcedOnRoots.has(name.value);
    if (allDirectives.has(name.value) && !isEnforced)
      throw new Error(`@${name.value} on ${place} is not enforced here: say it in the read model or the policy.`);
  }
}

function checkKeys({ name, astNode }: GraphQLObjectType): void {
  for (const directive of astNode?.directives ?? []) {
    const fields = directive.arguments?.find((argument) => argument.name.value === 'fields')?.value;
    if (directive.name.value === 'key' && (fields?.kind !== Kind.STRING || fields.value !== 'id'))
      throw new Error(`${name} has a key other than "id", which the reader does not look up.`);
  }
}

/** Fields of payloads and other objects that resolvers make: an entity is given by its id, one by one. */
export function checkPlain(
  schema: GraphQLSchema,
  plain: ReadonlySet<string>,
  models: ReadonlyMap<string, ReadModel<never>>,
): void {
  for (const name of plain) {
    for (const field of Object.values((schema.getType(name) as GraphQLObjectType).getFields())) {
      if (models.has(getNamedType(field.type).name)) refuseList(name, field);
    }
  }
  for (const embedded of embeddedTypes(schema, models)) {
    if (plain.has(embedded))
      throw new Error(`${embedded} is answered by a resolver and by the reader: make it two types.`);
  }
}

function refuseList(parent: string, { name, type }: GraphQLField<unknown, unknown>): void {
  if (isListType(getNullableType(type)))
    throw new Error(`${parent}.${name} is a list of entities: publish a connection.`);
}

/** Object types that rows hold as JSON. */
function embeddedTypes(schema: GraphQLSchema, models: ReadonlyMap<string, ReadModel<never>>): Set<string> {
  const embedded = new Set<string>();
  const visit = (name: string): void => {
    const type = schema.getType(name);
    if (!isObjectType(type) || embedded.has(name)) return;
    if (!models.has(name)) embedded.add(name);
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type).name;
      if (!models.has(next) && !next.endsWith('Connection')) visit(next);
    }
  };
  for (const name of models.keys()) visit(name);
  return embedded;
}
