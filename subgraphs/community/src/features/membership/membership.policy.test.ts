import fc from 'fast-check';
import { addDays } from '@lokaal/shared/config';
import { withConnection } from '@lokaal/shared/database';
import { cloneDatabase } from '../../../../../shared/test/database.js';
import { community } from '../../index.js';
import { type FellowMember, feeCents, rateOfNewMember, rateOfRenewal } from './membership-fee.policy.js';
import { firstTerm, isRenewable, nextTerm } from './membership-term.policy.js';
import { FeeRate, MembershipStatus } from './membership.enums.js';
import { statusOn } from './membership.policy.js';

const start = '2024-02-27';
const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(start, days));

describe('a term', () => {
  it('lasts a year, and its grace ninety days', () => {
    expect([firstTerm('2026-11-02'), firstTerm('2024-02-29')]).toEqual([
      { from: '2026-11-02', to: '2027-11-02', graceUntil: '2028-01-31' },
      { from: '2024-02-29', to: '2025-03-01', graceUntil: '2025-05-30' },
    ]);
  });

  it('is followed without a gap or an overlap as long as its grace lasts, and from today after that', () => {
    fc.assert(
      fc.property(day, day, (first, today) => {
        const term = firstTerm(first);
        fc.pre(isRenewable(term, today));
        const next = nextTerm(term, today);
        expect(next.from).toBe(today < term.graceUntil ? term.to : today);
        expect(next.to > next.from && next.graceUntil > next.to).toBe(true);
        expect(isRenewable(next, today)).toBe(false);
      }),
    );
  });
});

describe('the fee', () => {
  const fees = { firstMemberCents: 25_000, furtherMemberCents: 2_500 };

  it('is that of the first or of a further member', () => {
    expect([FeeRate.FIRST_MEMBER, FeeRate.FURTHER_MEMBER, null].map((rate) => feeCents(rate, fees))).toEqual([
      25_000, 2_500, 25_000,
    ]);
  });

  /** Members of one employer, through years of approvals, renewals and cancellations in random order. */
  interface Member {
    member: FellowMember;
    graceUntil: string;
  }
  const events = fc.array(
    fc.record({
      what: fc.constantFrom('approve', 'renew', 'renew', 'renew', 'cancel'),
      who: fc.nat(9),
      after: fc.integer({ min: 0, max: 70 }),
    }),
    { minLength: 1, maxLength: 80 },
  );
  const others = (members: readonly Member[], me?: Member) =>
    members.filter((one) => one !== me).map(({ member }) => member);
  const isActive = ({ since, to, cancelledOn }: FellowMember, today: string): boolean =>
    statusOn({ decision: 'APPROVED', cancelledOn, to, graceUntil: to }, today) === MembershipStatus.ACTIVE &&
    since <= today;
  const end = ({ to, cancelledOn }: FellowMember): string => cancelledOn ?? to;
  const begin = ({ from, chargedOn }: FellowMember): string => (from > chargedOn ? from : chargedOn);

  /** Pairs of first fees that one employer pays for the same days. */
  const paidTwice = (members: readonly Member[]): number => {
    const first = others(members).filter((one) => one.feeRate === FeeRate.FIRST_MEMBER && begin(one) < end(one));
    return first.flatMap((one) =>
      first.filter((other) => one !== other && begin(one) < end(other) && begin(other) < end(one)),
    ).length;
  };

  function approve(members: Member[], today: string): void {
    const { graceUntil, ...term } = firstTerm(today);
    const fellows = others(members);
    const feeRate = rateOfNewMember(fellows, today);
    expect(feeRate === FeeRate.FIRST_MEMBER).toBe(!fellows.some((one) => isActive(one, today)));
    members.push({ member: { ...term, feeRate, since: today, chargedOn: today, cancelledOn: null }, graceUntil });
  }

  function renew(members: Member[], at: number, today: string): void {
    const me = members[at]!;
    const present = { ...me.member, graceUntil: me.graceUntil };
    if (me.member.cancelledOn !== null || !isRenewable(present, today)) return;
    const { graceUntil, ...term } = nextTerm(present, today);
    const fellows = others(members, me);
    const feeRate = rateOfRenewal(fellows, { ...term, today });
    const isAlone = !fellows.some((one) => isActive(one, today));
    expect(isAlone && feeRate !== FeeRate.FIRST_MEMBER).toBe(false);
    members[at] = { member: { ...me.member, ...term, feeRate, chargedOn: today }, graceUntil };
  }

  it('of the first member is paid at most once at a time, and always by who is alone', () => {
    fc.assert(
      fc.property(events, (all) => {
        const members: Member[] = [];
        let today = start;
        for (const { what, who, after } of all) {
          today = addDays(today, after);
          const at = members.length === 0 ? 0 : who % members.length;
          if (what === 'approve' || members.length === 0) approve(members, today);
          else if (what === 'renew') renew(members, at, today);
          else if (isActive(members[at]!.member, today))
            members[at] = { ...members[at]!, member: { ...members[at]!.member, cancelledOn: today } };
          expect(paidTwice(members)).toBe(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of the first member is paid each year when all renew in time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.nat(89), { minLength: 12, maxLength: 12 }),
        (count, early) => {
          const members: Member[] = [];
          for (let number = 0; number < count; number += 1) approve(members, addDays(start, number * 40));
          let paid = 0;
          for (let year = 0; year < 4; year += 1) {
            for (let at = 0; at < count; at += 1) {
              renew(members, at, addDays(members[at]!.member.to, -early[(at + year) % 12]!));
              if (members[at]!.member.feeRate === FeeRate.FIRST_MEMBER) paid += 1;
            }
          }
          expect(paid).toBe(4);
        },
      ),
    );
  });
});

describe('the status', () => {
  const dates = fc.option(day, { nil: null });
  const stored = fc
    .record({
      decision: fc.constantFrom('APPROVED' as const, 'REJECTED' as const, 'WITHDRAWN' as const, null),
      cancelledOn: dates,
      to: day,
      days: fc.nat(90),
    })
    .map(({ days, ...one }) => ({ ...one, graceUntil: addDays(one.to, days) }));

  it('is the same for the rules here and for the database', async () => {
    const { owner } = await cloneDatabase(community);
    await withConnection(owner, (client) =>
      fc.assert(
        fc.asyncProperty(stored, day, async (one, today) => {
          const { rows } = await client.query<{ status: string }>(
            'select membership_status($1, $2, $3, $4, $5) as status',
            [one.decision, one.cancelledOn, one.to, one.graceUntil, today],
          );
          expect(rows[0]?.status).toBe(statusOn(one, today));
        }),
        { numRuns: 300 },
      ),
    );
  });
});
