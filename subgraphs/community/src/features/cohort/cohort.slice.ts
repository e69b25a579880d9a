import type { Slice } from '../../slice.js';
import { cohortJob } from './cohort-job.js';
import { CohortEntity, CohortMemberEntity } from './cohort.entity.js';
import { cohortReads } from './cohort.reads.js';
import { CohortResolver } from './cohort.resolver.js';

export const cohortSlice: Slice = {
  entities: [CohortEntity, CohortMemberEntity],
  models: [cohortReads],
  resolvers: () => [new CohortResolver()],
  jobs: (on) => [cohortJob(on)],
};
