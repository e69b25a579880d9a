import { GraphQLError, type DocumentNode, type ExecutionResult } from 'graphql';
import type { SubgraphRequest } from '@lokaal/shared/graphql';
import { createDocumentStore } from './documents.js';
import { entityTypes, prefixOf } from '@lokaal/shared/ids';
import { idsOf, nodeLookups, type NodeLookup, type NodeLookups } from './node-lookups.js';
import type { Source } from './source.js';

/** One place of the answer that holds an object of which another subgraph must say whether it is there. */
interface Stub {
  readonly id: string;
  readonly type: string;
  readonly owner: string;
  readonly path: readonly (string | number)[];
  clear(): void;
}

/**
 * The community answers `node(id)` and `nodes(ids)` for every type, by the prefix of the id alone. This asks the owner
 * of each foreign object whether it is there for this viewer, and nulls the others: absent and hidden look the same.
 */
export function withNodeExistence(sources: readonly Source[]): Source[] {
  const owners = new Map(sources.map((source) => [source.name, source]));
  return sources.map((source) => (source.name === 'community' ? new CheckedCommunity(source, owners) : source));
}

class CheckedCommunity implements Source {
  readonly name: string;
  private readonly documents = createDocumentStore();
  private readonly lookups = new WeakMap<DocumentNode, NodeLookups>();

  constructor(
    private readonly community: Source,
    private readonly owners: ReadonlyMap<string, Source>,
  ) {
    this.name = community.name;
  }

  async fetch(request: SubgraphRequest): Promise<ExecutionResult> {
    const { all: asked, defaults } = this.lookupsOf(this.documents(request.query));
    const result = await this.community.fetch(request);
    if (asked.length === 0 || !result.data) return result;
    const data = result.data as Record<string, unknown>;
    const variables = { ...defaults, ...request.variables };
    const stubs = asked.flatMap((lookup) => stubsOf(lookup, data, variables));
    const checks = [...byOwner(stubs)].map(([owner, theirs]) => clearAbsent(theirs, this.owners.get(owner), request));
    const errors = [...(result.errors ?? []), ...(await Promise.all(checks)).flat()];
    return errors.length > 0 ? { data, errors } : result;
  }

  ready(): Promise<boolean> {
    return this.community.ready();
  }

  close(): Promise<void> {
    return this.community.close();
  }

  private lookupsOf(document: DocumentNode): NodeLookups {
    const lookups = this.lookups.get(document) ?? nodeLookups(document);
    this.lookups.set(document, lookups);
    return lookups;
  }
}

/** By the ids that were asked, not by what came back: a question for `__typename` alone brings no id. */
function stubsOf({ key, ids }: NodeLookup, data: Record<string, unknown>, variables: Record<string, unknown>): Stub[] {
  const answer = data[key];
  const list = Array.isArray(answer) ? answer : undefined;
  return idsOf(ids, variables).flatMap((id, index) => {
    const entity = typeof id === 'string' ? foreignEntity(id) : undefined;
    if (!entity || (list ? list[index] : answer) == null) return [];
    const path = list ? [key, index] : [key];
    const clear = () => void (list ? (list[index] = null) : (data[key] = null));
    return [{ ...entity, path, clear }];
  });
}

function foreignEntity(id: string): Pick<Stub, 'id' | 'type' | 'owner'> | undefined {
  const prefix = prefixOf(id);
  if (!prefix || entityTypes[prefix].owner === 'community') return undefined;
  return { id, ...entityTypes[prefix] };
}

function byOwner(stubs: readonly Stub[]): Map<string, Stub[]> {
  const groups = new Map<string, Stub[]>();
  for (const stub of stubs) groups.set(stub.owner, [...(groups.get(stub.owner) ?? []), stub]);
  return groups;
}

/** An owner that fails leaves its objects null, with an error: nobody can say whether they are there. */
async function clearAbsent(
  stubs: readonly Stub[],
  owner: Source | undefined,
  request: SubgraphRequest,
): Promise<GraphQLError[]> {
  const entities = await existing(stubs, owner, request).catch(() => undefined);
  stubs.forEach((stub, index) => {
    if (entities?.[index] == null) stub.clear();
  });
  return entities ? [] : stubs.map(({ owner: service, path }) => unavailable(service, path));
}

async function existing(
  stubs: readonly Stub[],
  owner: Source | undefined,
  request: SubgraphRequest,
): Promise<unknown[]> {
  if (!owner) throw new Error('The owner of these objects is not part of this graph.');
  const { viewer, requestId, operation, clientAddress, signal } = request;
  const types = [...new Set(stubs.map(({ type }) => type))].toSorted();
  const fragments = types.map((type) => `... on ${type} { id }`).join(' ');
  const query = `query Existence($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${fragments} } }`;
  const representations = stubs.map(({ type, id }) => ({ __typename: type, id }));
  const caller = { viewer, requestId, operation, clientAddress, signal };
  const { data } = await owner.fetch({ query, operationName: 'Existence', variables: { representations }, ...caller });
  const entities = data?.['_entities'];
  if (!Array.isArray(entities) || entities.length !== stubs.length) throw new Error('The owner gave no answer.');
  return entities;
}

const unavailable = (service: string, path: Stub['path']): GraphQLError =>
  new GraphQLError(`The subgraph "${service}" is unavailable.`, {
    path,
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', service },
  });
