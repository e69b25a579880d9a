import { inTransaction } from '@lokaal/shared/database';
import type { Job } from '../../jobs/job-runner.js';
import type { SliceDependencies } from '../../slice.js';
import { refreshCohorts } from './refresh-cohorts.js';

/**
 * Memberships of circles begin and end on days that nobody waits for: the groups follow within minutes. Whatever changes
 * circles or territory today refreshes them itself. Repeating it writes nothing.
 */
export const cohortJob = ({ db, clock }: Pick<SliceDependencies, 'db' | 'clock'>): Job => ({
  name: 'cohorts of the day',
  every: 300_000,
  run: async () => {
    await inTransaction(db, (tx) => refreshCohorts(tx, clock.now()));
  },
});
