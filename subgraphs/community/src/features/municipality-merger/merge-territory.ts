import { type EntityManager, In } from 'typeorm';
import { MunicipalityEntity } from '../municipality/municipality.entity.js';
import type { Merger } from './merger.js';
import { provinceOf, unionOf } from './municipality-merger.policy.js';

/** The successor's territory, and the end of those that it is made of. */
export async function mergeTerritory(tx: EntityManager, merger: Merger): Promise<void> {
  const { on, all, ending, survivor, successorId } = merger;
  const { nis, name, referenceRegion } = merger.asked.successor;
  const union = unionOf(all);
  const region = referenceRegion ?? survivor?.referenceRegion ?? union.referenceRegion;
  const columns = { name, ...union, referenceRegion: region, keptByStaff: true };
  if (survivor) await tx.update(MunicipalityEntity, survivor.id, columns);
  else
    await tx.insert(MunicipalityEntity, { id: successorId, nis, province: provinceOf(nis), validFrom: on, ...columns });
  const ended = { validTo: on, successorId, keptByStaff: true };
  await tx.update(MunicipalityEntity, { id: In(ending.map(({ id }) => id)) }, ended);
}
