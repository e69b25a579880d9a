import { isStaff, organisationIds, type Viewer } from '@lokaal/shared/auth';
import type { VendorEntity } from '../vendor/vendor.entity.js';
import type { SolutionEntity } from './solution.entity.js';
import { SolutionStatus } from './solution.enums.js';

type Manager = Pick<VendorEntity, 'organisationId'>;
type State = Pick<SolutionEntity, 'status'>;

/** VENDOR_EDITOR at the company that manages the vendor's entries. */
const mayManage = (viewer: Viewer, vendor: Manager): boolean =>
  vendor.organisationId !== null && organisationIds(viewer, 'VENDOR_EDITOR').includes(vendor.organisationId);

/** Drafting, changing and submitting an entry. */
export const mayKeep = (viewer: Viewer, vendor: Manager): boolean => isStaff(viewer) || mayManage(viewer, vendor);

/** A draft is there for its vendor and for staff only; for everybody else it does not exist. */
export const maySee = (viewer: Viewer, solution: State, vendor: Manager): boolean =>
  isPublic(solution) || mayKeep(viewer, vendor);

export const mayPublish = (viewer: Viewer): boolean => isStaff(viewer);

export const isPublic = ({ status }: State): boolean =>
  status === SolutionStatus.PUBLISHED || status === SolutionStatus.WITHDRAWN;

/** While staff look at an entry it stands still; what was withdrawn stays as it was. */
export const isEditable = ({ status }: State): boolean =>
  status !== SolutionStatus.SUBMITTED && status !== SolutionStatus.WITHDRAWN;

export const isSubmittable = ({ status }: State): boolean =>
  status === SolutionStatus.DRAFT || status === SolutionStatus.CHANGES_REQUESTED;

/** What an entry lacks before it can be published, as fields of the input of updateSolution. */
export const missingForSubmission = (solution: Pick<SolutionEntity, 'deploymentTypes' | 'functions'>): string[] => [
  ...(solution.deploymentTypes.length === 0 ? ['deploymentTypes'] : []),
  ...(solution.functions.length === 0 ? ['functions'] : []),
];
