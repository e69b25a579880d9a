import { OrganisationKind } from './organisation.enums.js';

const kinds: ReadonlySet<OrganisationKind> = new Set([
  OrganisationKind.MUNICIPALITY,
  OrganisationKind.OCMW,
  OrganisationKind.AGB,
  OrganisationKind.POLICE_ZONE,
  OrganisationKind.RESCUE_ZONE,
  OrganisationKind.INTERMUNICIPAL,
  OrganisationKind.PROVINCE,
]);

/** Whether organisations of this kind are local authorities (lokale besturen). */
export const isLocalAuthority = (kind: OrganisationKind): boolean => kinds.has(kind);
