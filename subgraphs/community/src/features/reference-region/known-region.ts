import { badInput } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { ReferenceRegionEntity } from './reference-region.entity.js';

/** Refuses a name that is none of the reference regions. Throws BAD_USER_INPUT for the field of the input that has it. */
export async function requireRegion(
  tx: EntityManager,
  name: string | null | undefined,
  field: readonly string[] = ['referenceRegion'],
): Promise<void> {
  if (name == null || (await tx.existsBy(ReferenceRegionEntity, { name }))) return;
  throw badInput('This is no reference region: referenceRegions lists them.', field);
}
