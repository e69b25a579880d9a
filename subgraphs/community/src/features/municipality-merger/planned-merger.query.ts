import type { EntityManager } from 'typeorm';
import { MunicipalityEntity } from '../municipality/municipality.entity.js';
import type { Asked } from './merger.js';
import type { PlannedMergerEntity } from './planned-merger.entity.js';

/** As it was asked for, of the municipalities in whatever version they are now. */
export async function askedBy(tx: EntityManager, plan: PlannedMergerEntity): Promise<Asked & { planId: string }> {
  const municipalities = await tx
    .createQueryBuilder(MunicipalityEntity, 'municipality')
    .innerJoin('planned_merger_part', 'part', 'part.municipality_id = municipality.id')
    .where('part.planned_merger_id = :id', plan)
    .getMany();
  const { id: planId, on, circleId, successorNis: nis, successorName: name } = plan;
  const { referenceRegion, legalName, enterpriseNumber, ocmwEnterpriseNumber } = plan;
  const successor = { nis, name, referenceRegion, legalName, enterpriseNumber, ocmwEnterpriseNumber };
  return { planId, on, municipalities: municipalities.map((one) => ({ nis: one.nis })), successor, circleId };
}
