import { authorityIds, type Viewer } from '@lokaal/shared/auth';
import { MeasurementKind, MeasurementState } from './maturity-measurement.enums.js';

type Measurement = { readonly state: MeasurementState; readonly kind: MeasurementKind };

/** CyberFundamentals are there since version 2023-03-01: nothing was measured by them before. */
export const firstMeasuringDay = '2023-03-01';

/** Whoever works for the authority, or for the one that it merged into, may know of its measurements. */
export const maySee = (viewer: Viewer, authorityId: string): boolean => authorityIds(viewer).includes(authorityId);

/** Its security officer and its data protection officer answer for its measurements. */
export const mayEdit = (viewer: Viewer, authorityId: string): boolean =>
  authorityIds(viewer, 'CISO', 'DPO').includes(authorityId);

export const isOpen = ({ state }: Pick<Measurement, 'state'>): boolean => state === MeasurementState.OPEN;

/**
 * A label rests on a verification that somebody else than the authority validated: that it was verified is what the
 * authority itself says of it, and neither that nor an own estimate is proof for the outside.
 */
export const isPublishable = ({ state, kind }: Measurement): boolean =>
  state === MeasurementState.VALIDATED && kind === MeasurementKind.VERIFIED;
