import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { FetchAnswer, PlannedFetch } from '../guarded-source.js';
import { compileAsking, type Asking } from './asking.js';
import { asGraphQLError, fetchErrors } from './fetch-errors.js';
import { merge } from './merge.js';
import type { ObjectPath } from './object-path.js';
import type { Fetcher, Run, Step } from './plan.js';
import { compileRewrites, type Rewrite } from './rewrites.js';
import { emptyTree, isTree, type Tree } from './tree.js';

export type FetchNode = Extract<NonNullable<QueryPlan['node']>, { kind: 'Fetch' }>;

export interface FetchPlace {
  readonly schema: GraphQLSchema;
  readonly fetcher: Fetcher;
  /** Where in the answer the objects are that this fetch adds to. */
  readonly path: ObjectPath;
}

/** Compiles one fetch. It never throws: what goes wrong is an error of the answer. */
export function compileFetch(node: FetchNode, place: FetchPlace): Step {
  if (node.contextRewrites?.length) throw new Error('The plan has context arguments, which are not supported.');
  const fetch = node.requires ? entityFetch(node, place) : rootFetch(node, place);
  return async (run, objects) => {
    if (objects.length === 0) return;
    try {
      await fetch(run, objects);
    } catch (error) {
      run.errors.push(asGraphQLError(error));
    }
  };
}

/** Asks for root fields; the same answer for each object. */
function rootFetch(node: FetchNode, { schema, fetcher, path }: FetchPlace): Step {
  const variablesOf = compileVariables(node);
  const rewrite = compileRewrites(node.outputRewrites, schema);
  return async (run, objects) => {
    const { data, errors } = await ask(fetcher, node, { variables: variablesOf(run), context: run.context });
    if (errors) run.errors.push(...fetchErrors(errors, { service: node.serviceName, path, data: run.data }));
    if (!isTree(data)) return;
    rewrite?.(data);
    for (const object of objects) merge(object as Tree, data);
  };
}

/** Asks for more about the objects that have the keys for it. */
function entityFetch(node: FetchNode, { schema, fetcher, path }: FetchPlace): Step {
  const variablesOf = compileVariables(node);
  const ready = compileAsking(node, schema);
  const rewrite = compileRewrites(node.outputRewrites, schema);
  return async (run, objects) => {
    const { asked, representations } = ready(objects);
    if (asked.length === 0) return;
    const variables = variablesOf(run);
    if ('representations' in variables) throw new Error('Variables cannot contain key "representations"');
    variables['representations'] = representations;
    const { data, errors } = await ask(fetcher, node, { variables, context: run.context });
    if (errors) run.errors.push(...fetchErrors(errors, { service: node.serviceName, path, data: run.data, asked }));
    if (data) addEntities(asked, data['_entities'], rewrite);
  };
}

function addEntities(asked: Asking['asked'], entities: unknown, rewrite: Rewrite | undefined): void {
  if (!Array.isArray(entities)) throw new Error('Expected "data._entities" in response to be an array');
  if (entities.length !== asked.length) {
    throw new Error(`Expected "data._entities" to contain ${asked.length} elements`);
  }
  asked.forEach((objects, index) => {
    const entity: unknown = entities[index];
    if (!isTree(entity)) return;
    if (rewrite) {
      entity['__typename'] ||= objects[0]?.['__typename'];
      rewrite(entity);
    }
    for (const object of objects) merge(object, entity);
  });
}

/** The variables of the client that this fetch uses. */
function compileVariables({ variableUsages = [] }: FetchNode): (run: Run) => Tree {
  return ({ variables }) => {
    const used = emptyTree();
    for (const name of variableUsages) {
      if (Object.hasOwn(variables, name) && variables[name] !== undefined) used[name] = variables[name];
    }
    return used;
  };
}

const ask = (
  fetcher: Fetcher,
  { operation: query, operationName }: FetchNode,
  { variables, context }: { variables: Tree; context: PlannedFetch['context'] },
): Promise<FetchAnswer> => fetcher.process({ request: { query, operationName, variables }, context });
