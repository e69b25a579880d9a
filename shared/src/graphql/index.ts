export { applyDecorators } from './apply-decorators.js';
export { buildSubgraph, type BuiltSubgraph } from './build-subgraph.js';
export { ExpectedVersion, IdempotencyKey } from './change-rules.js';
export { type Connection, connectionOf, type Ref } from './connection.js';
export type { Context } from './context.js';
export { Executor } from './execute.js';
export { CalendarDate, EmailAddress, KboNumber, kboCheckDigits, NisCode } from '../scalars/index.js';
export { Changeable, Node } from './node.js';
export { DeletionPayload, Payload } from './payload.js';
export type * from './subgraph.js';
export { startSubgraph, type SubgraphDependencies } from './start-subgraph.js';
export {
  AreIds,
  AreLines,
  IfSent,
  IfValue,
  IsId,
  IsLine,
  IsName,
  IsProse,
  IsSlug,
  webAddresses,
} from './text-rules.js';
