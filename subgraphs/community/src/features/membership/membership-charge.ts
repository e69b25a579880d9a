import { invalidState } from '@lokaal/shared/errors';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { type FellowMember, feeCents } from './membership-fee.policy.js';
import { MembershipFeeEntity } from './membership-fee.entity.js';
import type { MembershipEntity } from './membership.entity.js';
import { type FeeRate, MembershipType } from './membership.enums.js';
import type { Term } from './membership-term.policy.js';

type Charged = Pick<MembershipEntity, 'id' | 'type' | 'employerId'>;
type Fee = Pick<MembershipEntity, 'feeRate' | 'feeCents'>;

interface Occasion {
  readonly term: Term;
  readonly rate: (fellows: readonly FellowMember[]) => FeeRate;
}

/** What a term costs. An authority accedes for free; people pay by who else of their employer is a member. */
export async function charge(tx: EntityManager, membership: Charged, { term, rate }: Occasion): Promise<Fee> {
  const { type } = membership;
  if (type === MembershipType.ACCEDED) return { feeRate: null, feeCents: 0 };
  const feeRate = type === MembershipType.EFFECTIVE ? rate(await lockFellows(tx, membership)) : null;
  return { feeRate, feeCents: feeCents(feeRate, await feesOn(tx, type, term.from)) };
}

/** Fees for terms that begin on a day: those of its year, or of the last year before it that has any. */
async function feesOn(tx: EntityManager, type: MembershipType, day: string): Promise<MembershipFeeEntity> {
  const year = Number(day.slice(0, 4));
  const [fees] = await tx.find(MembershipFeeEntity, {
    where: { type, year: LessThanOrEqual(year) },
    order: { year: 'DESC' },
    take: 1,
  });
  if (!fees) throw invalidState(`There is no fee for ${type} in ${year} yet: set it with setMembershipFees first.`);
  return fees;
}

/**
 * Other effective members of an employer, whose row stays locked until the transaction ends: of two that are charged at
 * once the second one sees the first. (The lock lets others point to the organisation meanwhile.)
 */
async function lockFellows(tx: EntityManager, { id, employerId }: Charged): Promise<FellowMember[]> {
  if (employerId === null) return [];
  await tx.query('select from organisation where id = $1 for no key update', [employerId]);
  return tx.query<FellowMember[]>(
    `select fee_rate as "feeRate", since::text, from_date::text as "from", to_date::text as "to",
        charged_on::text as "chargedOn", cancelled_on::text as "cancelledOn"
      from membership where employer_id = $1 and id <> $2 and decision = 'APPROVED'`,
    [employerId, id],
  );
}
