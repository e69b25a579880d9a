import { type ReadModel, everyone, readModel } from '@lokaal/shared/read';
import { organisationReads } from '../../references/organisation.reads.js';
import { solutionReads } from '../solution/solution.reads.js';
import { VendorEntity } from './vendor.entity.js';

export const vendorReads: ReadModel<VendorEntity> = readModel(VendorEntity, {
  visible: () => everyone,
  // as with people: whoever made an account is shown no address
  restricted: { contactEmail: (viewer) => viewer.isAtWork },
  one: { organisation: () => organisationReads.by('organisationId') },
  many: { solutions: () => solutionReads.where('vendorId') },
  filter: ['name', 'organisationId'],
  order: ['name'],
  search: 'name',
});
