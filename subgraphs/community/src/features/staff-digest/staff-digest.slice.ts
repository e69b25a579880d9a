import type { Slice } from '../../slice.js';
import { digestJob } from './staff-digest.js';

export const staffDigestSlice: Slice = {
  entities: [],
  models: [],
  resolvers: () => [],
  jobs: (on) => [digestJob(on)],
};
