import { type ReadModel, everyone, readable, readModel } from '@lokaal/shared/read';
import { solutionVersionReads } from '../solution/solution.reads.js';
import { StandardEntity, StandardSupportEntity } from './standard.entity.js';

export const standardReads: ReadModel<StandardEntity> = readModel(StandardEntity, {
  visible: () => everyone,
  many: { support: () => standardSupportReads.where('standardId') },
  filter: ['name', 'type', 'status', 'usage'],
  order: ['name'],
  search: 'name',
});

export const standardSupportReads: ReadModel<StandardSupportEntity> = readModel(StandardSupportEntity, {
  visible: (viewer, row) => readable(viewer, solutionVersionReads, row.solutionVersionId),
  one: {
    solutionVersion: () => solutionVersionReads.by('solutionVersionId'),
    standard: () => standardReads.by('standardId'),
  },
});
