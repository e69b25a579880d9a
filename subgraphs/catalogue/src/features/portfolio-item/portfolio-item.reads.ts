import { type ReadModel, allOf, anyOf, not, readModel } from '@lokaal/shared/read';
import { organisationReads } from '../../references/organisation.reads.js';
import { solutionReads, solutionVersionReads } from '../solution/solution.reads.js';
import { PortfolioItemEntity } from './portfolio-item.entity.js';

/**
 * Own and predecessors' items, and what other authorities chose to show (README, "Who sees what"). A vendor sees counts only,
 * never rows.
 */
export const portfolioItemReads: ReadModel<PortfolioItemEntity> = readModel(PortfolioItemEntity, {
  visible: (viewer, row) =>
    anyOf(
      row.visibility.is('PUBLIC'),
      viewer.isStaff,
      row.authorityId.isAnyOf(viewer.authorities()),
      allOf(row.visibility.is('LOCAL_AUTHORITIES'), viewer.isOfLocalAuthority),
      allOf(row.visibility.is('CIRCLE'), row.authorityId.isAnyOf(viewer.circlePeers)),
    ),
  // The association's staff keeps the catalogue; what an authority did not publish is read on record.
  audited: (viewer, row) =>
    allOf(viewer.isStaff, not(row.visibility.is('PUBLIC')), not(row.authorityId.isAnyOf(viewer.authorities()))),
  restricted: {
    annualCostCents: (viewer, row) => row.authorityId.isAnyOf(viewer.authorities()),
    // The community shows the person, to who belongs there; nobody who is not signed in sees any.
    referentId: (viewer) => viewer.isSignedIn,
  },
  one: {
    authority: () => organisationReads.by('authorityId'),
    solution: () => solutionReads.by('solutionId'),
    solutionVersion: () => solutionVersionReads.by('versionId'),
  },
  filter: ['authorityId', 'solutionId', 'status', 'visibility'],
  order: ['since'],
});
