import type { MembershipFeeEntity } from './membership-fee.entity.js';
import { FeeRate } from './membership.enums.js';

/** Another effective member of the same employer, who was approved once. */
export interface FellowMember {
  readonly feeRate: FeeRate;
  readonly since: string;
  readonly from: string;
  readonly to: string;
  readonly chargedOn: string;
  readonly cancelledOn: string | null;
}

const later = (one: string, other: string): string => (one > other ? one : other);

/** Within a term today: grace does not count, for who is in grace has not paid for this year. */
const isActive = ({ since, to, cancelledOn }: FellowMember, today: string): boolean =>
  since <= today && today < to && (cancelledOn === null || today < cancelledOn);

/** A new member pays as the first one when the employer has no other active effective member: the rule of the association. */
export const rateOfNewMember = (fellows: readonly FellowMember[], today: string): FeeRate =>
  fellows.some((one) => isActive(one, today)) ? FeeRate.FURTHER_MEMBER : FeeRate.FIRST_MEMBER;

/** What is charged today, for a term that begins then or later. */
export interface Charged {
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

/**
 * Who renews pays as the first one unless a fellow member does so in that time. With the rule for new members, two who
 * renew in turn would each find the other active, and from the second year on nobody would pay the first fee.
 */
export const rateOfRenewal = (fellows: readonly FellowMember[], { from, to, today }: Charged): FeeRate => {
  const start = later(from, today);
  const pays = (one: FellowMember): boolean =>
    one.feeRate === FeeRate.FIRST_MEMBER && later(one.from, one.chargedOn) < to && start < (one.cancelledOn ?? one.to);
  return fellows.some(pays) ? FeeRate.FURTHER_MEMBER : FeeRate.FIRST_MEMBER;
};

type Fees = Pick<MembershipFeeEntity, 'firstMemberCents' | 'furtherMemberCents'>;

/** Euro cents for a year. */
export const feeCents = (rate: FeeRate | null, { firstMemberCents, furtherMemberCents }: Fees): number =>
  rate === FeeRate.FURTHER_MEMBER ? (furtherMemberCents ?? firstMemberCents) : firstMemberCents;
