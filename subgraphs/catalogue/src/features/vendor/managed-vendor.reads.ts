import { type ColumnRef, type Condition, exists, type ViewerRef, allOf } from '@lokaal/shared/read';
import { vendorReads } from './vendor.reads.js';

/** Holds when the viewer is VENDOR_EDITOR at the company that manages the vendor's entries. */
export const isOfManagedVendor = (viewer: ViewerRef, vendorId: ColumnRef): Condition =>
  exists(vendorReads, vendorId, (vendor) =>
    allOf(vendor.id.is(vendorId), vendor.organisationId.isAnyOf(viewer.organisations('VENDOR_EDITOR'))),
  );
