import type { SubgraphDependencies } from '../graphql/index.js';
import { asSql, type ComputedScope, constant, type Sql, sql, type StubColumns } from '../read/index.js';

/** What a subgraph needs of a group of authorities to show figures of it, from the community. */
export interface CohortKey {
  readonly id: string;
  readonly authorityIds: string[];
  /** The other groups with some of the same authorities: their ids, with spaces between. */
  readonly overlapping: string[];
  readonly comparable: boolean;
}

export const cohortColumns: StubColumns<CohortKey> = {
  id: 'text',
  authorityIds: 'text[]',
  overlapping: 'text[]',
  comparable: 'boolean',
};

/** What a subgraph that compares authorities is given. */
export interface ComparingDependencies extends SubgraphDependencies {
  /** Authorities that a group must have before figures of it are shown: 5 when absent, never below 3. */
  readonly minimumCohort?: number;
}

/** Authorities that take part, at least (README, "Who sees what"). */
export const usualMinimum = 5;
/** Whatever minimum is configured. */
export const leastMinimum = 3;

/** The answer in place of figures. */
export const suppressed = (reason: string): Sql =>
  sql`jsonb_build_object('__typename', 'AggregateSuppressed', 'reason', ${constant(reason)})`;

/** Who works for something else than a local authority is a vendor or the like, who gets no aggregates. */
export function unlessVendor({ viewer }: ComputedScope, value: Sql): Sql {
  if (viewer.shape !== 'employee') return value;
  return sql`case when ${asSql(viewer.isOfLocalAuthority)} then ${value} else ${suppressed('NOT_FOR_VENDORS')} end`;
}
