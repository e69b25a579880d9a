import { type ReadModel, stubModel } from '@lokaal/shared/read';
import { solutionReads } from '../features/solution/solution.reads.js';

interface Key {
  readonly id: string;
  readonly solutionIds: string[];
}

/** The community knows which solutions a session is about; who may see these is known here. */
export const sessionReads: ReadModel<Key> = stubModel<Key>(
  'Session',
  { id: 'text', solutionIds: 'text[]' },
  {
    many: {
      solutions: () => solutionReads.where<Key>((solution, { solutionIds }) => solution.id.isAnyOf(solutionIds)),
    },
  },
);
