import { type ReadModel, anyOf, readable, readModel, sql } from '@lokaal/shared/read';
import { portfolioItemReads } from '../portfolio-item/portfolio-item.reads.js';
import { standardSupportReads } from '../standard/standard.reads.js';
import { isOfManagedVendor } from '../vendor/managed-vendor.reads.js';
import { vendorReads } from '../vendor/vendor.reads.js';
import { SolutionVersionEntity } from './solution-version.entity.js';
import { SolutionEntity } from './solution.entity.js';

/** A published or withdrawn entry is public (it stays readable for those who still use it); a draft is its vendor's and staff's. */
export const solutionReads: ReadModel<SolutionEntity> = readModel(SolutionEntity, {
  visible: (viewer, row) =>
    anyOf(row.status.isAnyOf(['PUBLISHED', 'WITHDRAWN']), viewer.isStaff, isOfManagedVendor(viewer, row.vendorId)),
  one: { vendor: () => vendorReads.by('vendorId') },
  many: {
    versions: () => solutionVersionReads.where('solutionId'),
    portfolio: () => portfolioItemReads.where('solutionId'),
  },
  computed: {
    openSource: ({ license }) => sql`(${license} <> 'PROPRIETARY')`,
    stale: ({ status, lastConfirmedAt }, { now }) => sql`(${status} in ('PUBLISHED', 'WITHDRAWN')
      and coalesce(${lastConfirmedAt} < ${now} - interval '12 months', true))`,
  },
  filter: ['name', 'status', 'kind', 'vendorId', 'deploymentTypes', 'functions', 'updatedAt'],
  order: ['name', 'updatedAt'],
  search: 'name',
  facets: ['functions'],
});

export const solutionVersionReads: ReadModel<SolutionVersionEntity> = readModel(SolutionVersionEntity, {
  visible: (viewer, row) => readable(viewer, solutionReads, row.solutionId),
  one: { solution: () => solutionReads.by('solutionId') },
  many: { standards: () => standardSupportReads.where('solutionVersionId') },
  computed: {
    status: ({ endOfSupportOn, releasedOn, current }, { now }) => sql`case
      when ${endOfSupportOn} < (${now} at time zone 'Europe/Brussels')::date then 'END_OF_SUPPORT'
      when coalesce(${releasedOn} > (${now} at time zone 'Europe/Brussels')::date, true) then 'PLANNED'
      when ${current} then 'CURRENT'
      else 'MAINTENANCE' end`,
  },
  order: ['number'],
});
