import { authorityIds, isStaff, type Viewer } from '@lokaal/shared/auth';
import type { MentorshipEntity, MentorshipOfferEntity, MentorshipRequestEntity } from './mentorship.entity.js';

type Owned = Pick<MentorshipOfferEntity, 'personId'>;

/** Who takes part in a mentorship. */
export interface Parties {
  readonly offer: Owned;
  readonly request: Pick<MentorshipRequestEntity, 'personId'>;
}

/** An expert offers for the company that employs this person today. */
export const mayOfferFor = (viewer: Viewer, organisationId: string): boolean =>
  viewer.employments.some((one) => one.organisationId === organisationId && one.organisationKind === 'COMPANY');

/** Whoever works for the authority today may ask for it. */
export const mayAskFor = (viewer: Viewer, organisationId: string): boolean =>
  authorityIds(viewer).includes(organisationId);

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
