import { type ReadModel, anyOf, stubModel } from '@lokaal/shared/read';
import { portfolioItemReads } from '../features/portfolio-item/portfolio-item.reads.js';

interface Key {
  readonly id: string;
  readonly predecessorIds: string[];
}

export const organisationReads: ReadModel<Key> = stubModel<Key>(
  'Organisation',
  { id: 'text', predecessorIds: 'text[]' },
  {
    many: {
      portfolio: () =>
        portfolioItemReads.where<Key>((item, organisation) =>
          anyOf(item.authorityId.is(organisation.id), item.authorityId.isAnyOf(organisation.predecessorIds)),
        ),
    },
  },
);
