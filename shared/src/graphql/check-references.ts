import { getNamedType, type GraphQLSchema, isObjectType } from 'graphql';
import { isOpen } from '../ids/index.js';
import type { ReadModel } from '../read/index.js';
import { viewerShapes, ViewerRef } from '../read/viewer-ref.js';

type Models = ReadonlyMap<string, ReadModel<never>>;

/**
 * Refuses fields that hold the key of another subgraph's object which its owner may hide: whoever asks for no more than the
 * key is answered without the owner, and learns that the object is there. The owner adds such a field itself.
 */
export function checkReferences(schema: GraphQLSchema, models: Models): void {
  for (const model of models.values()) if (model.table !== undefined && isOpen(model.name)) checkOpen(model);
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const target = models.get(getNamedType(field.type).name);
      if (target && target.table === undefined && isOpen(target.name) === false)
        throw new Error(
          `${type.name}.${field.name} tells the key of a ${target.name}, which its owner may hide: let the owner add this field.`,
        );
    }
  }
}

function checkOpen(model: ReadModel<never>): void {
  const row = model.row('row');
  const isSeen = viewerShapes.every((shape) => model.options.visible(new ViewerRef(shape), row) === 'always');
  if (!isSeen) throw new Error(`${model.name} is open (type-ids.ts), but its read model hides rows.`);
}
