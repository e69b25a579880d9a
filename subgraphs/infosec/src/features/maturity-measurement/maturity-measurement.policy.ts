import { authorityIds, type Viewer } from '@lokaal/shared/auth';
import { MeasurementKind, MeasurementState } from './maturity-measurement.enums.js';

type Measurement = { readonly state: MeasurementState; readonly kind: MeasurementKind };

/** Whoever works for the authority, or for the one that it merged into, may know of its measurements. */
export const maySee = (viewer: Viewer, authorityId: string): boolean => authorityIds(viewer).includes(authorityId);

/** Its security officer and its data protection officer answer for its measurements. */
export const mayEdit = (viewer: Viewer, authorityId: string): boolean =>
  authorityIds(viewer, 'CISO', 'DPO').includes(authorityId);

export const isOpen = ({ state }: Pick<Measurement, 'state'>): boolean => state === MeasurementState.OPEN;

/** A label rests on a verification that is closed; an own estimate is no proof for the outside. */
export const isPublishable = (measurement: Measurement): boolean =>
  !isOpen(measurement) && measurement.kind === MeasurementKind.VERIFIED;
