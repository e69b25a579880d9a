import { isStaff, type Viewer } from '@lokaal/shared/auth';
import type { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationKind } from '../organisation/organisation.enums.js';
import { EmploymentRole } from '../person/employment.enums.js';

const daily: readonly EmploymentRole[] = [
  EmploymentRole.READER,
  EmploymentRole.PORTFOLIO_EDITOR,
  EmploymentRole.VENDOR_EDITOR,
];
const leading: readonly EmploymentRole[] = [EmploymentRole.MEMBER_CONTACT, EmploymentRole.ICT_MANAGER];

/**
 * Roles that somebody may give at an organisation. Its contact person decides on all; its ICT manager on those of the daily
 * work. Staff appoint who leads, but neither DPO nor CISO: these open an authority's confidential records, to which staff
 * have no access of themselves (domain.md 6), so the authority alone decides who holds them.
 */
function rolesToGive(viewer: Viewer, organisationId: string): ReadonlySet<EmploymentRole> {
  const here = viewer.employments.filter((one) => one.organisationId === organisationId);
  const own = new Set<string>(here.flatMap(({ roles }) => roles));
  if (own.has(EmploymentRole.MEMBER_CONTACT)) return new Set(Object.values(EmploymentRole));
  if (isStaff(viewer)) return new Set([...daily, ...leading]);
  return new Set(own.has(EmploymentRole.ICT_MANAGER) ? daily : []);
}

/** Taking a right away is never dangerous, so staff may take every one. */
const rolesToTake = (viewer: Viewer, organisationId: string): ReadonlySet<EmploymentRole> =>
  isStaff(viewer) ? new Set(Object.values(EmploymentRole)) : rolesToGive(viewer, organisationId);

/** Whether somebody deals with employments of an organisation at all. */
export const mayStaff = (viewer: Viewer, organisationId: string): boolean =>
  isStaff(viewer) || rolesToGive(viewer, organisationId).size > 0;

/** Only a company has entries of a vendor; a company has no portfolio. */
export const fitsKind = (role: EmploymentRole, kind: OrganisationKind): boolean =>
  role === EmploymentRole.VENDOR_EDITOR
    ? kind === OrganisationKind.COMPANY
    : role !== EmploymentRole.PORTFOLIO_EDITOR || kind !== OrganisationKind.COMPANY;

/** Whether somebody may have another person begin there with these roles. */
export const mayGive = (
  viewer: Viewer,
  { id, kind }: Pick<OrganisationEntity, 'id' | 'kind'>,
  roles: readonly EmploymentRole[],
): boolean =>
  mayStaff(viewer, id) &&
  roles.every((role) => fitsKind(role, kind)) &&
  refusedRoles(viewer, id, { before: [], after: roles }).length === 0;

interface RoleChange {
  readonly before: readonly EmploymentRole[];
  readonly after: readonly EmploymentRole[];
}

/** Roles of a change that are not the viewer's to give or to take. */
export function refusedRoles(viewer: Viewer, organisationId: string, { before, after }: RoleChange): EmploymentRole[] {
  const [give, take] = [rolesToGive(viewer, organisationId), rolesToTake(viewer, organisationId)];
  return [
    ...after.filter((role) => !before.includes(role) && !give.has(role)),
    ...before.filter((role) => !after.includes(role) && !take.has(role)),
  ];
}
