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

/** Days ago that terms began: of most they end in months; of some in this quarter, or they are in grace; a few are past that. */
const begun = { running: [268, 5], ending: [390, 285], lapsed: [940, 490] } as const;

function presentTerm(by: Dice, { lastDay, lapsed }: Pick<Approved, 'lastDay' | 'lapsed'>): Term {
  const [first, last] = begun[lapsed ? 'lapsed' : by.chance(0.94) ? 'running' : 'ending'];
  const day = dayBetween(by, addDays(lastDay, -first), addDays(lastDay, -last));
  const from = day.endsWith('02-29') ? addDays(day, -1) : day;
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
  readonly lapsed: boolean;
  readonly lastDay: string;
}

/** A membership with its present term, and the terms that were renewed before. */
export function approved(one: Approved) {
  const { key, by, type, rate, notBefore, employerId } = one;
  const id = seededId('membership', key);
  const { from, to } = presentTerm(by, one);
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
    // told in that world, or a start would send dozens of reminders
    ending_told_for: to <= addDays(one.lastDay, 30) ? to : null,
    grace_told_for: to <= one.lastDay ? to : null,
    charged_on: from,
    fee_rate: rate,
    fee_cents: fee(from),
  };
  return { row, earlier };
}

export type Drawn = ReturnType<typeof approved>;
