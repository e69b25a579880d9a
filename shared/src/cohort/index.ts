export { AggregateSuppressed } from './aggregate-suppressed.type.js';
export {
  cohortColumns,
  type CohortKey,
  type ComparingDependencies,
  leastMinimum,
  suppressed,
  unlessVendor,
  usualMinimum,
} from './cohort-guard.js';
