import { badInput } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { employerOf } from './employer.policy.js';
import { charge } from './membership-charge.js';
import { rateOfNewMember } from './membership-fee.policy.js';
import { firstTerm } from './membership-term.policy.js';
import type { MembershipEntity } from './membership.entity.js';
import { employersOf } from './membership.query.js';

interface Approval {
  readonly today: string;
  /** What staff say of it. */
  readonly employerId?: string | null;
}

/** First term of who becomes a member today, and its fee. */
export async function termsOfNewMember(tx: EntityManager, membership: MembershipEntity, approval: Approval) {
  const { today } = approval;
  const { id, type } = membership;
  const employerId = await employerAt(tx, membership, approval);
  const term = firstTerm(today);
  const charged = await charge(
    tx,
    { id, type, employerId },
    { term, rate: (fellows) => rateOfNewMember(fellows, today) },
  );
  return { since: today, chargedOn: today, employerId, ...term, ...charged };
}

/** That of the application, unless staff say otherwise; who applied without one may have begun to work somewhere since. */
async function employerAt(tx: EntityManager, membership: MembershipEntity, { today, employerId: wanted }: Approval) {
  const { personId, employerId } = membership;
  if (personId === null && wanted != null) throw badInput('Only a person has an employer.', ['employerId']);
  if (personId === null || (wanted == null && employerId !== null)) return employerId;
  return employerOf({ today: await employersOf(tx, personId, today), wanted });
}
