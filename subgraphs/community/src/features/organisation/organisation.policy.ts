import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { OrganisationKind } from './organisation.enums.js';

/** Organisations and territory are kept by staff: they are facts of public registers, not of whoever works there. */
export const mayKeepOrganisations = (viewer: Viewer): boolean => isStaff(viewer);

/** Gemeente and OCMW are legal persons of one territory. */
export const needsTerritory = (kind: OrganisationKind): boolean =>
  kind === OrganisationKind.MUNICIPALITY || kind === OrganisationKind.OCMW;
