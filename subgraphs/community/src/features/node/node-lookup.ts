import { badInput } from '@lokaal/shared/errors';
import { entityTypes, prefixOf } from '@lokaal/shared/ids';
import { type AnyReadModel, type Reader, type ReadModel, typeKey } from '@lokaal/shared/read';
import type { GraphQLResolveInfo } from 'graphql';

/** Ids that may be asked for at once. */
const mostIds = 100;

type Found = object | null;

/** Finds entities by the prefix of their ids: those that have a model through the reader, others by their id alone. */
export class NodeLookup {
  private readonly models: ReadonlyMap<string, ReadModel<never>>;

  constructor(models: readonly AnyReadModel[]) {
    this.models = new Map(models.map((model) => [model.name, model as ReadModel<never>]));
  }

  /** In the order of the ids, null where there is nothing that the viewer may see; one statement a type. */
  async find(ids: readonly string[], reader: Reader, info: GraphQLResolveInfo): Promise<Found[]> {
    if (ids.length > mostIds) throw badInput(`Ask for at most ${mostIds} ids at once.`, ['ids']);
    const found = new Map<string, Found>();
    const reads = [...byType(ids)].map(async ([type, own]) => {
      const model = this.models.get(type);
      const rows = model
        ? await reader.references(
            model,
            own.map((id) => ({ id })),
            info,
          )
        : own.map((id) => ({ id }));
      rows.forEach((row, at) => found.set(own[at]!, row && Object.assign(row, { [typeKey]: type })));
    });
    await Promise.all(reads);
    return ids.map((id) => found.get(id) ?? null);
  }
}

/** What is no id of this graph is left out. */
function byType(ids: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const id of new Set(ids)) {
    const prefix = prefixOf(id);
    if (!prefix) continue;
    const { type } = entityTypes[prefix];
    groups.set(type, [...(groups.get(type) ?? []), id]);
  }
  return groups;
}
