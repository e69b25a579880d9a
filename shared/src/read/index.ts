export { allOf, anyOf, asSql, type Condition, everyone, known, nobody, not } from './condition.js';
export type { ColumnRef, Row } from './columns.js';
export { FairPool, type ReadRows } from './fair-pool.js';
export { auditKey, ownersKey, typeKey } from './keys.js';
export {
  type AnyReadModel,
  type ComputedScope,
  ReadModel,
  readModel,
  stubModel,
  type StubColumns,
  type ToMany,
  type ToOne,
} from './model.js';
export { PoolRunner, PreparedStatements } from './pool-runner.js';
export { exists, readable } from './readable.js';
export { type Among, Reader } from './reader.js';
export type { Representation } from './compile-references.js';
export { SearchModel } from './search-model.js';
export { constant, identifier, param, type Sql, sql } from './sql.js';
export type { ReadRequest, Statement, StatementRunner } from './statement.js';
export { StatementCache } from './statement-cache.js';
export { dayOfMoment, holdsOn, holdsToday, now, today } from './today.js';
export { viewerId, type ViewerRef } from './viewer-ref.js';
export { isVisible, visibleRow } from './visible-row.js';
