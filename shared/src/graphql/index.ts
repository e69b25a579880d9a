export { buildSubgraph, type BuiltSubgraph, type SubgraphParts } from './build-subgraph.js';
export { type Connection, connectionOf, FacetValue, PageInfo } from './connection.js';
export type { Context } from './context.js';
export { Executor, type ExecutorDependencies } from './execute.js';
export { Changeable, Node } from './node.js';
export { Payload, UserError } from './payload.js';
export { unauthenticated } from './refusals.js';
export type * from './subgraph.js';
