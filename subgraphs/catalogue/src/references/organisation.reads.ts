import { allOf, anyOf, exists, type ReadModel, stubModel } from '@lokaal/shared/read';
import { portfolioItemReads } from '../features/portfolio-item/portfolio-item.reads.js';
import { solutionReads } from '../features/solution/solution.reads.js';
import { vendorReads } from '../features/vendor/vendor.reads.js';

interface Key {
  readonly id: string;
  readonly predecessorIds: string[];
}

export const organisationReads: ReadModel<Key> = stubModel<Key>(
  'Organisation',
  { id: 'text', predecessorIds: 'text[]' },
  {
    many: {
      solutions: () =>
        solutionReads.where<Key>((solution, organisation) =>
          exists(vendorReads, solution.vendorId, (vendor) =>
            allOf(vendor.id.is(solution.vendorId), vendor.organisationId.is(organisation.id)),
          ),
        ),
      portfolio: () =>
        portfolioItemReads.where<Key>((item, organisation) =>
          anyOf(item.authorityId.is(organisation.id), item.authorityId.isAnyOf(organisation.predecessorIds)),
        ),
    },
  },
);
