import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { SubgraphRequest } from '@lokaal/shared/graphql';
import { createDocumentStore } from './documents.js';

/** What an answer must look like at one field: lists of this depth, around objects with these fields or around anything. */
interface FieldShape {
  listDepth: number;
  fields?: Map<string, FieldShape>;
}

type Fields = Map<string, FieldShape>;

/**
 * Checks that what came over the wire has lists and objects where the question has them. Apollo Gateway asserts the same
 * while it merges, but then gives up the whole answer instead of the fields of this subgraph.
 */
export class AnswerShapes {
  private readonly documents = createDocumentStore();
  private readonly shapes = new WeakMap<DocumentNode, Fields>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Throws when the result is no GraphQL result or has another form than the question. */
  check({ query }: SubgraphRequest, result: unknown): void {
    if (!isObject(result)) throw new Error('The answer is not an object.');
    if (result['errors'] != null && !Array.isArray(result['errors'])) throw new Error('The errors are not a list.');
    if (result['data'] != null) checkObject(this.shapeOf(this.documents(query)), result['data']);
  }

  private shapeOf(document: DocumentNode): Fields {
    const known = this.shapes.get(document);
    if (known) return known;
    const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    const fields: Fields = new Map();
    if (operation?.kind === Kind.OPERATION_DEFINITION) {
      const root = this.schema.getRootType(operation.operation)?.name ?? '';
      this.collect({ document, typeName: root, selectionSet: operation.selectionSet, fields });
    }
    this.shapes.set(document, fields);
    return fields;
  }

  private collect(into: Collecting): void {
    for (const selection of into.selectionSet.selections) {
      if (selection.kind === Kind.FIELD) this.collectField(into, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const typeName = selection.typeCondition?.name.value ?? into.typeName;
        this.collect({ ...into, typeName, selectionSet: selection.selectionSet });
      } else {
        const name = selection.name.value;
        const fragment = into.document.definitions.find(
          (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
        );
        if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) continue;
        this.collect({ ...into, typeName: fragment.typeCondition.name.value, selectionSet: fragment.selectionSet });
      }
    }
  }

  private collectField({ document, typeName, fields }: Collecting, node: FieldNode): void {
    const known = this.fieldType(typeName, node.name.value);
    if (!known) return;
    const key = node.alias?.value ?? node.name.value;
    const shape = fields.get(key) ?? { listDepth: known.listDepth };
    fields.set(key, shape);
    if (!node.selectionSet) return;
    shape.fields ??= new Map();
    this.collect({ document, typeName: known.typeName, selectionSet: node.selectionSet, fields: shape.fields });
  }

  private fieldType(typeName: string, field: string): { typeName: string; listDepth: number } | undefined {
    if (field === '_entities') return { typeName: '', listDepth: 1 };
    const type = this.schema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
    const output = type.getFields()[field]?.type;
    return output && { typeName: compositeName(output), listDepth: depthOf(output) };
  }
}

interface Collecting {
  readonly document: DocumentNode;
  readonly typeName: string;
  readonly selectionSet: SelectionSetNode;
  readonly fields: Fields;
}

function compositeName(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  return isCompositeType(named) ? named.name : '';
}

function depthOf(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return depthOf(type.ofType as GraphQLOutputType);
  return isListType(type) ? 1 + depthOf(type.ofType) : 0;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkObject(fields: Fields, value: unknown): void {
  if (!isObject(value)) throw new Error('The answer has something else where an object belongs.');
  const name = value['__typename'];
  if (name != null && typeof name !== 'string') throw new Error('The answer has a __typename that is no text.');
  for (const [key, shape] of fields) {
    if (Object.hasOwn(value, key)) checkValue(shape, value[key], shape.listDepth);
  }
}

function checkValue(shape: FieldShape, value: unknown, listDepth: number): void {
  if (value == null) return;
  if (listDepth === 0) {
    if (shape.fields) checkObject(shape.fields, value);
    return;
  }
  if (!Array.isArray(value)) throw new Error('The answer has something else where a list belongs.');
  for (const item of value) checkValue(shape, item, listDepth - 1);
}
