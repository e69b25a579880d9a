/**
 * Executes the query plans of Apollo's planner, in place of the executor of Apollo Gateway.
 *
 * Apollo's executor interprets: for every request it parses the operation into its own model, walks plan and operation node
 * by node, and asks the schema again at each value. Here both are compiled once per operation, into closures that know their
 * keys and types, and only those run per request:
 *
 *   plan       steps in sequence or in parallel; a fetch finds its objects by path (object-path.ts), makes their keys
 *              (representation.ts), asks the source, and merges the answer into the tree (merge.ts)
 *   shape      goes once through the merged tree and gives each key that the client asked for, in that order; checks leaves,
 *              moves nulls up where a value may not be null (shape/)
 *
 * Planning stays with @apollo/query-planner, and a plan does not depend on values of variables. The answers are those of
 * Apollo's executor, with the exceptions that test/execution.test.ts names; that test compares the two on generated questions.
 */
import type { ApolloGateway } from '@apollo/gateway';
import { getVariableValues } from 'graphql';
import { asGraphQLError } from './fetch-errors.js';
import { compileOperation, type CompiledOperation } from './operation.js';
import { OperationCache } from './operation-cache.js';
import type { Fetchers, Run } from './plan.js';
import { planningOf } from './planning.js';
import { emptyTree } from './tree.js';

type Executor = ApolloGateway['executor'];
type Request = Parameters<Executor>[0];
type Result = Awaited<ReturnType<Executor>>;

/** The gateway must be loaded: it gives the schema and the planner. */
export function createExecutor(gateway: ApolloGateway, fetchers: Fetchers): Executor {
  const planning = planningOf(gateway);
  const cache = new OperationCache();
  return async (request) => {
    const { schema } = planning;
    const variables = request.request.variables ?? {};
    const { errors } = getVariableValues(schema, request.operation.variableDefinitions ?? [], variables);
    if (errors) return { errors };
    const key = `${request.queryHash}${request.request.operationName ?? ''}`;
    const operation = cache.get(key, () =>
      compileOperation(request.document, request.operation, { planning, fetchers }),
    );
    return execute(operation, request, variables);
  };
}

async function execute(operation: CompiledOperation, request: Request, variables: Run['variables']): Promise<Result> {
  const run: Run = { variables, context: request.context, data: emptyTree(), errors: [] };
  await operation.fetch(run);
  const { errors } = run;
  try {
    const { data, problems } = operation.shape(run.data, variables);
    const extensions = problems.length > 0 && { extensions: { valueCompletion: problems } };
    return { ...(errors.length > 0 && { errors }), ...extensions, data };
  } catch (error) {
    // A subgraph gave something else where a list or an object belongs.
    return { errors: [asGraphQLError(error)] };
  }
}
