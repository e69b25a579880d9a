import { addDays, dayBetween, demoAccounts, type Dice, momentOn } from '@lokaal/shared/demo';
import { seededId } from '@lokaal/shared/seeding';
import { feeIn } from './demo-membership-fees.js';

/** Who decides on applications. */
export const deciderId = demoAccounts[2]!.personId;

/** Another year, the same day; no term here begins on 29 February. */
const yearsLater = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

interface Term {
  readonly from: string;
  readonly to: string;
}

/** Most terms of today end in 2027; some in the last quarter of 2026, and a few ended before. */
export function presentTerm(by: Dice): Term {
  const chance = by.next();
  const [first, last] =
    chance < 0.92
      ? ['2026-01-05', '2026-09-25']
      : chance < 0.98
        ? ['2025-09-05', '2025-12-20']
        : ['2024-03-01', '2025-05-31'];
  const from = dayBetween(by, first, last);
  return { from, to: yearsLater(from, 1) };
}

interface Approved {
  readonly key: string;
  readonly by: Dice;
  readonly type: 'EFFECTIVE' | 'ACCEDED' | 'COMPANY';
  readonly rate: 'FIRST_MEMBER' | 'FURTHER_MEMBER' | null;
  /** No term begins before. */
  readonly notBefore: string;
  readonly employerId: string | null;
}

/** A membership with its present term, and the terms that were renewed before. */
export function approved({ key, by, type, rate, notBefore, employerId }: Approved) {
  const id = seededId('membership', key);
  const { from, to } = presentTerm(by);
  const possible = Math.max(
    0,
    Number(from.slice(0, 4)) - Number((notBefore > '2016' ? notBefore : '2016').slice(0, 4)) - 1,
  );
  const renewals = by.between(0, Math.min(6, possible));
  const since = yearsLater(from, -renewals);
  const fee = (day: string): number => feeIn(type, rate, Number(day.slice(0, 4)));
  const earlier = Array.from({ length: renewals }, (_, index) => {
    const start = yearsLater(since, index);
    return {
      id: seededId('membershipterm', `${key}:${start}`),
      membership_id: id,
      employer_id: employerId,
      from_date: start,
      to_date: yearsLater(start, 1),
      fee_rate: rate,
      fee_cents: fee(start),
    };
  });
  const row = {
    id,
    type,
    employer_id: employerId,
    applied_at: momentOn(by, addDays(since, -by.between(3, 30))),
    decision: 'APPROVED',
    decided_at: momentOn(by, since),
    decided_by_id: deciderId,
    since,
    from_date: from,
    to_date: to,
    grace_until: addDays(to, 90),
    charged_on: from,
    fee_rate: rate,
    fee_cents: fee(from),
  };
  return { row, earlier };
}

export type Drawn = ReturnType<typeof approved>;
