import type { ApolloGateway } from '@apollo/gateway';
import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';

export interface Planning {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** What the subgraphs have together. */
  readonly supergraph: GraphQLSchema;
  /** Takes milliseconds to seconds. Throws a GraphQLError when the operation has no plan within the planner's limits. */
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan;
}

/** The planner that a loaded gateway made of its supergraph. */
export function planningOf(gateway: ApolloGateway): Planning {
  const { queryPlanner } = gateway.__testing();
  const { schema } = gateway;
  if (!queryPlanner || !schema) throw new Error('The gateway is not loaded.');
  const apiSchema = queryPlanner.supergraph.apiSchema();
  return {
    schema,
    supergraph: queryPlanner.supergraph.schema.toGraphQLJSSchema(),
    plan: (document, operationName) =>
      queryPlanner.buildQueryPlan(operationFromDocument(apiSchema, document, { operationName }), {
        recursiveSelectionsLimitDisabled: isOn('APOLLO_DISABLE_SECURITY_RECURSIVE_SELECTIONS_CHECK'),
        nonLocalSelectionsLimitDisabled: isOn('APOLLO_DISABLE_SECURITY_NON_LOCAL_SELECTIONS_CHECK'),
      }),
  };
}

/** Apollo Gateway reads these two itself, but does not tell its planner. */
const isOn = (variable: string): boolean => process.env[variable] === 'true';
