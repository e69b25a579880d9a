import { stubModel } from '@lokaal/shared/read';
import { personReads } from '../features/person/person.reads.js';

interface Key {
  readonly id: string;
  readonly referentId: string;
}

/** The catalogue knows who is the referent; who may see that person is known here. */
export const portfolioItemReads = stubModel<Key>(
  'PortfolioItem',
  { id: 'text', referentId: 'text' },
  { one: { referent: () => personReads.by('referentId') } },
);
