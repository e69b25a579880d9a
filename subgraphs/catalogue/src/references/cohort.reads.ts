import {
  cohortColumns,
  type CohortKey,
  leastMinimum,
  suppressed,
  unlessVendor,
  usualMinimum,
} from '@lokaal/shared/cohort';
import {
  anyOf,
  asSql,
  type ComputedScope,
  known,
  param,
  type ReadModel,
  type Sql,
  sql,
  stubModel,
} from '@lokaal/shared/read';
import { solutionReads } from '../features/solution/solution.reads.js';
import { standardReads } from '../features/standard/standard.reads.js';
import { guardedUse, type Use } from './cohort-use.reads.js';

const solutions: Use = {
  type: 'CommonSolutions',
  list: 'solutions',
  value: 'solution',
  // a draft is told to nobody
  used: (items) => sql`select authority_id, solution_id from ${items} join solution on solution.id = solution_id
    where solution.status in ('PUBLISHED', 'WITHDRAWN')`,
};

const standards: Use = {
  type: 'StandardsAdoption',
  list: 'standards',
  value: 'standard',
  used: (items) => sql`select authority_id, standard_id from ${items}
    join solution_version as version on version.solution_id = item.solution_id
      and case when version_id is null then version.current else version.id = version_id end
    join standard_support as support on support.solution_version_id = version.id and support.level in ('FULL', 'PARTIAL')`,
};

/** A group of authorities: what many of them use, told by a guard of its own and never by rows. */
export const cohortReads = (minimum = usualMinimum): ReadModel<CohortKey> => {
  const least = param('integer', () => Math.max(minimum, leastMinimum));
  return stubModel<CohortKey>('Cohort', cohortColumns, {
    computed: {
      commonSolutions: (cohort, scope) => {
        scope.holds(solutionReads);
        return forAuthorities(scope, guardedUse(cohort, solutions, { minimum: least, first: scope.pageSize() }));
      },
      standardsAdoption: (cohort, scope) => {
        scope.holds(standardReads);
        return unlessVendor(scope, guardedUse(cohort, standards, { minimum: least, first: scope.pageSize() }));
      },
    },
  });
};

/** What is in use is market knowledge: for local authorities and staff. */
function forAuthorities({ viewer }: ComputedScope, value: Sql): Sql {
  const isVendor = known(viewer.shape === 'employee' || viewer.shape === 'system');
  const reason = sql`case when ${asSql(isVendor)} then ${suppressed('NOT_FOR_VENDORS')} else ${suppressed('ONLY_FOR_AUTHORITIES')} end`;
  return sql`case when ${asSql(anyOf(viewer.isStaff, viewer.isOfLocalAuthority))} then ${value} else ${reason} end`;
}
