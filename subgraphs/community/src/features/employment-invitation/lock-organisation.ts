import { invalidState, notFound } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationStatus } from '../organisation/organisation.enums.js';

/** Locked, so that it neither merges nor is dissolved meanwhile, and one person after the other begins there. */
export async function lockActiveOrganisation(tx: EntityManager, id: string): Promise<OrganisationEntity> {
  const organisation = await tx.findOne(OrganisationEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!organisation) throw notFound('Organisation', ['organisationId']);
  if (organisation.status !== OrganisationStatus.ACTIVE)
    throw invalidState(`Nobody starts at an organisation that is ${organisation.status}.`);
  return organisation;
}
