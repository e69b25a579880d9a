import { badInput, invalidState, notFound } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { MunicipalityEntity } from '../municipality/municipality.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { OrganisationStatus } from './organisation.enums.js';

/** A municipality of today by its NIS code; no merger can begin until the transaction ends. */
export async function municipalityOfToday(tx: EntityManager, nis: string): Promise<MunicipalityEntity> {
  const municipality = await tx.findOne(MunicipalityEntity, { where: { nis }, lock: { mode: 'pessimistic_read' } });
  if (!municipality) throw notFound('Municipality', ['nis']);
  if (municipality.validTo !== null)
    throw invalidState(`${municipality.name} (${nis}) ended on ${municipality.validTo}: use its successor.`);
  return municipality;
}

export function requireActive({ legalName, status }: Pick<OrganisationEntity, 'legalName' | 'status'>): void {
  if (status !== OrganisationStatus.ACTIVE)
    throw invalidState(`${legalName} is ${status}: its record is history, and stays as it is.`);
}

/**
 * Refuses a parent that is not there, that ended, or that is part of the organisation itself. One tree changes at a time:
 * of two changes that close a circle together, the later one sees the first.
 */
export async function requireParent(tx: EntityManager, { id, parentId }: { id?: string; parentId: string }) {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('lokaal:organisation.parent_id', 0))`);
  const parent = await tx.findOneBy(OrganisationEntity, { id: parentId });
  if (!parent) throw notFound('Parent', ['parentId']);
  requireActive(parent);
  const above = await tx.query<{ id: string }[]>(
    `with recursive above as (
      select id, parent_id from organisation where id = $1
      union select next.id, next.parent_id from organisation next join above on next.id = above.parent_id)
    select id from above where id = $2`,
    [parentId, id ?? null],
  );
  if (above.length > 0) throw badInput('An organisation cannot be part of itself.', ['parentId']);
}
