import { isAbstractType, isObjectType, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { FetchAnswer, PlannedFetch } from './guarded-source.js';

interface Fetcher {
  process(fetch: PlannedFetch): Promise<FetchAnswer>;
}

/**
 * Remembers of which types an owner said, in one request, that there is no such object for this viewer. The reference to
 * it still has its key, so its required fields are missing, which looks like a bug of a subgraph and is none.
 */
export class AbsentEntities {
  private readonly types = new WeakMap<object, Set<string>>();

  /** The same source, whose answers are remembered. */
  watch(source: Fetcher): Fetcher {
    return {
      process: async (fetch) => {
        const answer = await source.process(fetch);
        this.remember(fetch, answer);
        return answer;
      },
    };
  }

  /** Whether a value is missing because its object is not there. Subgraphs themselves see to it that nothing else is missing. */
  explain(problem: GraphQLError, context: object, schema: GraphQLSchema): boolean {
    const absent = this.types.get(context);
    const type = schema.getType(/^Cannot return null for non-nullable field (\w+)\./.exec(problem.message)?.[1] ?? '');
    if (!absent || !type) return false;
    if (!isAbstractType(type)) return absent.has(type.name);
    return [...absent].some((name) => {
      const object = schema.getType(name);
      return isObjectType(object) && schema.isSubType(type, object);
    });
  }

  private remember({ request, context }: PlannedFetch, { data }: FetchAnswer): void {
    const asked = request.variables?.['representations'];
    const entities: unknown = data?.['_entities'];
    if (!Array.isArray(asked) || !Array.isArray(entities)) return;
    entities.forEach((entity, index) => {
      const { __typename: type } = asked[index] as { __typename?: string };
      if (entity === null && type !== undefined) this.typesIn(context).add(type);
    });
  }

  private typesIn(context: object): Set<string> {
    const types = this.types.get(context) ?? new Set<string>();
    this.types.set(context, types);
    return types;
  }
}
