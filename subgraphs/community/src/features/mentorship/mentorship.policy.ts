import { isLocalAuthority, isStaff, type Viewer } from '@lokaal/shared/auth';
import type { MentorshipEntity, MentorshipOfferEntity, MentorshipRequestEntity } from './mentorship.entity.js';

type Owned = Pick<MentorshipOfferEntity, 'personId'>;

/** Who takes part in a mentorship. */
export interface Parties {
  readonly offer: Owned;
  readonly request: Pick<MentorshipRequestEntity, 'personId'>;
}

const worksFor = ({ employments }: Viewer, organisationId: string, isOfKind: (kind: string) => boolean): boolean =>
  employments.some((one) => one.organisationId === organisationId && isOfKind(one.organisationKind));

/** An expert offers for the company that employs this person today, in whatever role. */
export const mayOfferFor = (viewer: Viewer, organisationId: string): boolean =>
  worksFor(viewer, organisationId, (kind) => kind === 'COMPANY');

/** Whoever works for the authority today, in whatever role, may ask for it. */
export const mayAskFor = (viewer: Viewer, organisationId: string): boolean =>
  worksFor(viewer, organisationId, isLocalAuthority);

const isOwner = (viewer: Viewer, { personId }: Owned): boolean => personId !== null && personId === viewer.personId;

/** The same as the read model: for everybody else it does not exist. */
export const mayKeep = (viewer: Viewer, owned: Owned): boolean => isStaff(viewer) || isOwner(viewer, owned);

export const isExpert = (viewer: Viewer, { offer }: Parties): boolean => isOwner(viewer, offer);
export const isAsker = (viewer: Viewer, { request }: Parties): boolean => isOwner(viewer, request);

export const maySee = (viewer: Viewer, parties: Parties): boolean =>
  isStaff(viewer) || isExpert(viewer, parties) || isAsker(viewer, parties);

export const isAgreed = ({
  expertAgreedAt,
  authorityAgreedAt,
}: Pick<MentorshipEntity, 'expertAgreedAt' | 'authorityAgreedAt'>) =>
  expertAgreedAt !== null && authorityAgreedAt !== null;
