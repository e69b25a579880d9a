import type { Viewer } from '@lokaal/shared/auth';
import { forbidden, notFound } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { MaturityMeasurementEntity } from './maturity-measurement.entity.js';
import { mayEdit, maySee } from './maturity-measurement.policy.js';

/** Throws NOT_FOUND for another authority's, as for none at all; FORBIDDEN for who may read but not change. */
export function requireEditor(
  viewer: Viewer,
  authorityId: string | undefined,
  refusal: ReturnType<typeof notFound>,
): void {
  if (authorityId === undefined || !maySee(viewer, authorityId)) throw refusal;
  if (!mayEdit(viewer, authorityId))
    throw forbidden('Only the CISO or the DPO of the authority may change its measurements and labels.');
}

/** A measurement that the viewer may change, locked until the transaction ends. */
export async function lockMeasurement(
  tx: EntityManager,
  viewer: Viewer,
  [field, id]: readonly [field: string, id: string],
): Promise<MaturityMeasurementEntity> {
  const measurement = await tx.findOne(MaturityMeasurementEntity, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  requireEditor(viewer, measurement?.authorityId, notFound('Measurement', [field]));
  return measurement!;
}
