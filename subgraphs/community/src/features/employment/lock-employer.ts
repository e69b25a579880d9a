import { dayOf } from '@lokaal/shared/config';
import { invalidState, notFound } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationStatus } from '../organisation/organisation.enums.js';
import type { Employer } from './employment.policy.js';

export type LockedEmployer = OrganisationEntity & Employer;

interface Asked {
  readonly now: Date;
  /** The employment that is changed: it does not count. */
  readonly except?: string;
}

// An organisation has two weeks to object before staff seat a contact person in place of one who left: counted by the
// clock of the database, which wrote down when that was.
const contacts = `select exists (select from employment where organisation_id = $1 and 'MEMBER_CONTACT' = any (roles)
    and (to_date is null or to_date > greatest($2, from_date)) and id is distinct from $3)
  or exists (select from organisation where id = $1 and contact_left_at > now() - interval '14 days') as has`;

/** Locked, so that it neither merges nor is dissolved meanwhile, and one person after the other gets rights there. */
export async function lockEmployer(tx: EntityManager, id: string, { now, except }: Asked): Promise<LockedEmployer> {
  const organisation = await tx.findOne(OrganisationEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!organisation) throw notFound('Organisation', ['organisationId']);
  const [found] = await tx.query<[{ has: boolean }]>(contacts, [id, dayOf(now), except ?? null]);
  return Object.assign(organisation, { hasContact: found.has });
}

/** As lockEmployer, for who begins there. */
export async function lockActiveEmployer(tx: EntityManager, id: string, asked: Asked): Promise<LockedEmployer> {
  const employer = await lockEmployer(tx, id, asked);
  if (employer.status !== OrganisationStatus.ACTIVE)
    throw invalidState(`Nobody starts at an organisation that is ${employer.status}.`);
  return employer;
}
