import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLUnionType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { type ReadModel, SearchModel, type ToMany, type ToOne } from '../read/index.js';
import type { Column } from '../read/columns.js';
import { type Checked, refuseFieldType } from './check-field-type.js';
import { isSurelyThere } from './surely-there.js';

type Models = ReadonlyMap<string, ReadModel<never>>;
type Field = GraphQLField<unknown, unknown>;

/** Turns the mistakes that types and read models can make together into errors at the start. */
export function checkModels(schema: GraphQLSchema, models: Models): void {
  for (const model of models.values()) {
    const type = schema.getType(model.name);
    if (isUnionType(type) && model instanceof SearchModel) {
      checkUnion(model, type);
      continue;
    }
    if (!isObjectType(type)) throw new Error(`The read model ${model.name} has no object type of that name.`);
    checkNames(model, type);
    for (const field of Object.values(type.getFields())) checkField(model, field);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type)) checkConnection(type, models);
  }
}

/** A union of what is found holds the types of the models that are searched, and no other. */
function checkUnion({ name, members }: SearchModel, union: GraphQLUnionType): void {
  const names = (types: readonly { readonly name: string }[]): string =>
    types
      .map((one) => one.name)
      .toSorted()
      .join();
  if (names([...members.values()]) !== names(union.getTypes()))
    throw new Error(`${name} is a union of other types than those that are searched.`);
}

/** Where a field of the type comes from: one place, or it would depend on the order in which places are tried. */
function checkNames({ name, columns, options }: ReadModel<never>, type: GraphQLObjectType): void {
  const { computed = {}, one = {}, many = {} } = options;
  const fields = type.getFields();
  const made = [computed, one, many].flatMap((place) => Object.keys(place));
  for (const property of made) {
    const places = [...made, ...columns.keys()].filter((other) => other === property);
    if (places.length > 1) throw new Error(`${name}.${property} comes from two places of its read model.`);
    if (!Object.hasOwn(fields, property)) throw new Error(`${name} has no field ${property}, but its read model has.`);
  }
}

function checkField(model: ReadModel<never>, field: Field): void {
  const { computed = {}, one = {}, many = {} } = model.options;
  const { name } = field;
  const checked = { place: `${model.name}.${name}`, type: field.type };
  const column = model.columns.get(name);
  if (Object.hasOwn(computed, name)) return;
  if (Object.hasOwn(one, name)) checkToOne(model, checked, one[name]!());
  else if (Object.hasOwn(many, name)) checkToMany(checked, many[name]!());
  else if (!column) throw new Error(`${checked.place} is neither a column, nor computed, nor a relation.`);
  else refuseFieldType(checked, publishedBy(model, column), isRestricted(model, name));
}

/** What a stub requires from its owner is asked of the owner, which knows whether it may be null. */
const publishedBy = ({ table }: ReadModel<never>, column: Column): Column =>
  table === undefined ? { ...column, nullable: false } : column;

const isRestricted = ({ options }: ReadModel<never>, property: string | undefined): boolean =>
  property !== undefined && Object.hasOwn(options.restricted ?? {}, property);

function checkToOne(model: ReadModel<never>, { place, type }: Checked, relation: ToOne): void {
  const { via } = relation;
  if (!relation.model.table && via === undefined)
    throw new Error(`${place} points to ${relation.model.name} of another subgraph: relate it by a column.`);
  const required = String(type).endsWith('!');
  if (required && (isRestricted(model, via) || !isSurelyThere(model, relation)))
    throw new Error(`${place} may point to nothing that the viewer may see, so it must be nullable.`);
}

function checkToMany({ place, type }: Checked, { model }: ToMany): void {
  if (!model.table) throw new Error(`${place} lists ${model.name}, which has no table here.`);
  if (getNamedType(type).name !== `${model.name}Connection`)
    throw new Error(`${place} lists ${model.name}, so its type is ${model.name}Connection.`);
}

/** A list without a read model would have no arguments and no reader. */
function checkConnection({ name }: GraphQLObjectType, models: Models): void {
  const entity = name.replace(/Connection$/, '');
  if (entity !== name && !models.has(entity)) throw new Error(`${name} needs the read model of ${entity}.`);
}
