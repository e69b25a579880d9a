import type { Slice } from '../../slice.js';
import { EmploymentCorrectionService } from './employment-correction.service.js';
import { EmploymentResolver } from './employment.resolver.js';
import { EmploymentService } from './employment.service.js';

/** Its table and its read model are the person's. */
export const employmentSlice: Slice = {
  entities: [],
  models: [],
  resolvers: (on) => [new EmploymentResolver(new EmploymentService(on), new EmploymentCorrectionService(on))],
};
