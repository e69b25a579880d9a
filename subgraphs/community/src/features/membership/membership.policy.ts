import { isStaff, organisationIds, type Viewer } from '@lokaal/shared/auth';
import { isLocalAuthority } from '../organisation/local-authority.js';
import { OrganisationKind } from '../organisation/organisation.enums.js';
import type { MembershipEntity } from './membership.entity.js';
import { MembershipStatus, MembershipType } from './membership.enums.js';

type Held = Pick<MembershipEntity, 'personId' | 'organisationId'>;
type Dated = Pick<MembershipEntity, 'decision' | 'cancelledOn' | 'to' | 'graceUntil'>;

/** As the database's membership_status(): a test compares them. */
export function statusOn({ decision, cancelledOn, to, graceUntil }: Dated, day: string): MembershipStatus {
  if (decision === null) return MembershipStatus.APPLIED;
  if (decision === 'REJECTED') return MembershipStatus.REJECTED;
  if (decision === 'WITHDRAWN') return MembershipStatus.WITHDRAWN;
  if (cancelledOn !== null && cancelledOn <= day) return MembershipStatus.CANCELLED;
  if (day < to!) return MembershipStatus.ACTIVE;
  return day < graceUntil! ? MembershipStatus.GRACE : MembershipStatus.EXPIRED;
}

const isContactOf = (viewer: Viewer, organisationId: string | null): boolean =>
  organisationId !== null && organisationIds(viewer, 'MEMBER_CONTACT').includes(organisationId);

/** Whose membership it is: the person, or contact persons of the organisation. Who only pays it may look, not act. */
const holds = (viewer: Viewer, { personId, organisationId }: Held): boolean =>
  (personId !== null && personId === viewer.personId) || isContactOf(viewer, organisationId);

/** The same as the read model: for everybody else a membership does not exist. */
export const maySee = (viewer: Viewer, membership: Held & Pick<MembershipEntity, 'employerId'>): boolean =>
  mayKeep(viewer, membership) || isContactOf(viewer, membership.employerId);

/** Renewing and cancelling. */
export const mayKeep = (viewer: Viewer, membership: Held): boolean => isStaff(viewer) || holds(viewer, membership);

export const mayApplyFor = (viewer: Viewer, organisationId: string): boolean =>
  isStaff(viewer) || isContactOf(viewer, organisationId);

/** Approving, rejecting, setting fees, renewing a whole year. */
export const mayDecide = (viewer: Viewer): boolean => isStaff(viewer);

/** Whether an organisation of this kind can hold a membership of this type. */
export const fits = (type: MembershipType, kind: OrganisationKind): boolean =>
  type === MembershipType.ACCEDED
    ? isLocalAuthority(kind)
    : type === MembershipType.COMPANY && kind === OrganisationKind.COMPANY;
