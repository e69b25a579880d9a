import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { addDays } from '@lokaal/shared/config';
import type { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationKind } from '../organisation/organisation.enums.js';
import { EmploymentRole } from '../person/employment.enums.js';

const daily: readonly EmploymentRole[] = [
  EmploymentRole.READER,
  EmploymentRole.PORTFOLIO_EDITOR,
  EmploymentRole.VENDOR_EDITOR,
];

/** An organisation, and what decides who may give rights there. */
export interface Employer extends Pick<OrganisationEntity, 'id' | 'kind'> {
  /** Whether somebody is its contact person today, will be, or was until so shortly that nobody else may be seated yet. */
  readonly hasContact: boolean;
}

function rolesAt({ employments }: Viewer, organisationId: string): ReadonlySet<string> {
  return new Set(employments.filter((one) => one.organisationId === organisationId).flatMap(({ roles }) => roles));
}

/**
 * Roles that somebody may give at an organisation. Rights come from its own hand: its contact person decides on all, its ICT
 * manager on those of the daily work. Staff have no access of themselves to what is an organisation's own, so
 * they seat nobody there but the first contact person, where there is none, who gives the rest.
 */
function rolesToGive(viewer: Viewer, { id, hasContact }: Omit<Employer, 'kind'>): ReadonlySet<EmploymentRole> {
  const own = rolesAt(viewer, id);
  if (own.has(EmploymentRole.MEMBER_CONTACT)) return new Set(Object.values(EmploymentRole));
  return new Set([
    ...(own.has(EmploymentRole.ICT_MANAGER) ? daily : []),
    ...(isStaff(viewer) && !hasContact ? [EmploymentRole.MEMBER_CONTACT] : []),
  ]);
}

/** Staff may take every right away: who loses one is told, and nobody of theirs comes in its place for a while. */
const rolesToTake = (viewer: Viewer, employer: Omit<Employer, 'kind'>): ReadonlySet<EmploymentRole> =>
  isStaff(viewer) ? new Set(Object.values(EmploymentRole)) : rolesToGive(viewer, employer);

/** So far back reaches whoever is not staff: as long as an arrival or a departure may go unreported. */
export const daysBack = 31;

export const reachesBack = (viewer: Viewer, day: string, today: string): boolean =>
  day >= addDays(today, -daysBack) || isStaff(viewer);

/** Whether somebody deals with employments of an organisation at all. */
export function mayStaff(viewer: Viewer, organisationId: string): boolean {
  const own = rolesAt(viewer, organisationId);
  return isStaff(viewer) || own.has(EmploymentRole.MEMBER_CONTACT) || own.has(EmploymentRole.ICT_MANAGER);
}

/** Whether a change gives an organisation the contact person that it does not have: all who watch over it are told. */
export const seatsFirstContact = (
  { hasContact }: Pick<Employer, 'hasContact'>,
  { before, after }: RoleChange,
): boolean =>
  !hasContact && after.includes(EmploymentRole.MEMBER_CONTACT) && !before.includes(EmploymentRole.MEMBER_CONTACT);

/** Only a company has entries of a vendor; a company has no portfolio. */
export const fitsKind = (role: EmploymentRole, kind: OrganisationKind): boolean =>
  role === EmploymentRole.VENDOR_EDITOR
    ? kind === OrganisationKind.COMPANY
    : role !== EmploymentRole.PORTFOLIO_EDITOR || kind !== OrganisationKind.COMPANY;

/** Whether somebody may have another person begin there with these roles. */
export const mayGive = (viewer: Viewer, employer: Employer, roles: readonly EmploymentRole[]): boolean =>
  mayStaff(viewer, employer.id) &&
  roles.every((role) => fitsKind(role, employer.kind)) &&
  refusedRoles(viewer, employer, { before: [], after: roles }).length === 0;

export interface RoleChange {
  readonly before: readonly EmploymentRole[];
  readonly after: readonly EmploymentRole[];
}

/** Roles of a change that are not the viewer's to give or to take. */
export function refusedRoles(viewer: Viewer, employer: Employer, { before, after }: RoleChange): EmploymentRole[] {
  const [give, take] = [rolesToGive(viewer, employer), rolesToTake(viewer, employer)];
  return [
    ...after.filter((role) => !before.includes(role) && !give.has(role)),
    ...before.filter((role) => !after.includes(role) && !take.has(role)),
  ];
}
