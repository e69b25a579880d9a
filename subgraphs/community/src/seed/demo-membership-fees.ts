import { seededId, type SeedRow } from '@lokaal/shared/seeding';

interface Fees {
  readonly type: 'EFFECTIVE' | 'COMPANY';
  readonly year: number;
  readonly first: number;
  readonly further: number | null;
}

/** Invented, but for those of 2015, which the database has from the start. */
const fees: readonly Fees[] = [
  { type: 'EFFECTIVE', year: 2020, first: 26_000, further: 2_600 },
  { type: 'EFFECTIVE', year: 2024, first: 27_500, further: 2_750 },
  { type: 'COMPANY', year: 2016, first: 60_000, further: null },
  { type: 'COMPANY', year: 2024, first: 75_000, further: null },
];
const published: Fees = { type: 'EFFECTIVE', year: 2015, first: 25_000, further: 2_500 };

export const demoFees: readonly SeedRow[] = fees.map(({ type, year, first, further }) => ({
  id: seededId('membershipfee', `${type}:${year}`),
  type,
  year,
  first_member_cents: first,
  further_member_cents: further,
}));

/** What a term of a type cost that began in a year, in cents. */
export function feeIn(type: string, rate: string | null, year: number): number {
  const known = [published, ...fees].filter((one) => one.type === type && one.year <= year);
  const last = known.at(-1);
  return (rate === 'FURTHER_MEMBER' ? last?.further : last?.first) ?? 0;
}
