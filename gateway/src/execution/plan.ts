import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { FetchAnswer, PlannedFetch } from '../guarded-source.js';
import { conditionValue } from './conditions.js';
import { compileFetch } from './fetch.js';
import { objectPath, objectsAt, type ObjectPath } from './object-path.js';
import type { Tree } from './tree.js';

/** Whatever answers the fetches for one subgraph. */
export interface Fetcher {
  process(fetch: PlannedFetch): Promise<FetchAnswer>;
}
export type Fetchers = ReadonlyMap<string, Fetcher>;

/** The execution of one request. */
export interface Run {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: PlannedFetch['context'];
  /** Everything that was fetched, merged; more than the client asked for. */
  readonly data: Tree;
  readonly errors: GraphQLError[];
}

/** Part of a compiled plan; works on the objects that it is given. */
export type Step = (run: Run, objects: readonly object[]) => Promise<void>;

type PlanNode = NonNullable<QueryPlan['node']>;

export interface Compiling {
  /** With the types that only subgraphs know of one another. */
  readonly supergraph: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fetchers: Fetchers;
}

export function compilePlan({ node }: QueryPlan, compiling: Compiling): (run: Run) => Promise<void> {
  const step = node && compileNode(node, [], compiling);
  return async (run) => step?.(run, [run.data]);
}

function compileNode(node: PlanNode, path: ObjectPath, compiling: Compiling): Step {
  switch (node.kind) {
    case 'Fetch': {
      const fetcher = compiling.fetchers.get(node.serviceName);
      if (!fetcher) throw new Error(`There is no source for the subgraph "${node.serviceName}".`);
      return compileFetch(node, { schema: compiling.supergraph, fetcher, path });
    }
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, path, compiling)));
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, path, compiling)));
    case 'Flatten': {
      const steps = objectPath(node.path);
      return atPath(steps, compileNode(node.node, [...path, ...steps], compiling));
    }
    case 'Condition': {
      const { condition, ifClause, elseClause } = node;
      const yes = ifClause && compileNode(ifClause, path, compiling);
      const no = elseClause && compileNode(elseClause, path, compiling);
      const valueOf = conditionValue(condition, compiling.operation);
      return async (run, objects) => (valueOf(run.variables) ? yes : no)?.(run, objects);
    }
    case 'Subscription':
    case 'Defer':
      throw new Error(`${node.kind} is not supported by the gateway.`);
  }
}

const inSequence =
  (steps: readonly Step[]): Step =>
  async (run, objects) => {
    for (const step of steps) await step(run, objects);
  };

const inParallel =
  (steps: readonly Step[]): Step =>
  async (run, objects) => {
    await Promise.all(steps.map((step) => step(run, objects)));
  };

const atPath =
  (path: ObjectPath, step: Step): Step =>
  async (run, objects) => {
    const found = objectsAt(objects, path);
    if (found.length > 0) await step(run, found);
  };
