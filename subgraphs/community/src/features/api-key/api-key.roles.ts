import { EmploymentRole } from '../person/employment.enums.js';
import type { ApiKeyScope } from './api-key.enums.js';

/** Who looks after the keys of an organisation: they see and revoke all of them, whoever made them. */
export const keeperRoles: readonly EmploymentRole[] = [
  EmploymentRole.MEMBER_CONTACT,
  EmploymentRole.ICT_MANAGER,
  EmploymentRole.VENDOR_EDITOR,
];

/**
 * Who may give a scope: nobody gives a system more than he may do. No scope opens confidential records of information
 * security: these are for people, whose names are on record.
 */
export const givingRoles: Readonly<Record<ApiKeyScope, readonly EmploymentRole[]>> = {
  CATALOGUE_WRITE: [EmploymentRole.VENDOR_EDITOR],
  PORTFOLIO_READ: [EmploymentRole.MEMBER_CONTACT, EmploymentRole.ICT_MANAGER],
};
