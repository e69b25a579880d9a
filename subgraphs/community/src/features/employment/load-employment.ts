import type { Viewer } from '@lokaal/shared/auth';
import { lockRow, requireVersion } from '@lokaal/shared/database';
import { badInput, forbidden, notFound } from '@lokaal/shared/errors';
import { isVisible } from '@lokaal/shared/read';
import type { EntityManager } from 'typeorm';
import { EmploymentEntity } from '../person/employment.entity.js';
import { employmentReads } from '../person/employment.reads.js';
import { type Employer, fitsKind, mayStaff, refusedRoles, type RoleChange } from './employment.policy.js';
import { type LockedEmployer, lockEmployer } from './lock-employer.js';

interface Asked {
  readonly id: string;
  readonly expectedVersion: number;
  readonly now: Date;
}

interface Loaded {
  readonly employment: EmploymentEntity;
  readonly employer: LockedEmployer;
}

/** The employment and its employer, locked. Whoever may not see it learns nothing of it, not even its version. */
export async function loadEmployment(
  tx: EntityManager,
  viewer: Viewer,
  { id, expectedVersion, now }: Asked,
): Promise<Loaded> {
  const employment = await lockRow(tx, EmploymentEntity, id);
  if (!(await isVisible(tx, employmentReads, { id, viewer, now }))) throw notFound('Employment', ['id']);
  const { organisationId, personId } = employment;
  if (!mayStaff(viewer, organisationId) && personId !== viewer.personId)
    throw forbidden('Only the contact person and the ICT manager of the organisation and staff may change it.');
  requireVersion(employment, expectedVersion);
  const employer = await lockEmployer(tx, organisationId, { now, except: id });
  return { employment, employer };
}

export function refuseSelf(viewer: Viewer, personId: string): void {
  if (viewer.personId === personId) throw forbidden('Nobody gives himself rights: ask a colleague or staff.');
}

/** Of the own roles anybody gives up what he likes; those of somebody else are given and taken by who may. */
export function refuseChange(viewer: Viewer, { employment, employer }: Loaded, change: RoleChange): void {
  if (employment.personId !== viewer.personId) return refuseRoles(viewer, employer, change);
  if (!change.after.every((role) => change.before.includes(role))) refuseSelf(viewer, employment.personId);
}

export function refuseRoles(viewer: Viewer, employer: Employer, change: RoleChange): void {
  const misfit = change.after.find((role) => !fitsKind(role, employer.kind));
  if (misfit) throw badInput(`${misfit} is no role at an organisation of kind ${employer.kind}.`, ['roles']);
  const refused = refusedRoles(viewer, employer, change);
  if (refused.length > 0) throw forbidden(`These roles are not yours to give or to take: ${refused.join(', ')}.`);
}
