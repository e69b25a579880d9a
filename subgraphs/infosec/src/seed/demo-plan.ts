import {
  addDays,
  dayBetween,
  demoSeed,
  dice,
  mayBeVerified,
  showsLabel,
  weighted,
  type DemoAuthority,
  type DemoWorld,
  type Dice,
} from '@lokaal/shared/demo';
import { seededId } from '@lokaal/shared/seeding';
import type { AssuranceLevel, CyFunVersion } from '../features/maturity-measurement/calculation/facts.js';
import { firstMeasuringDay } from '../features/maturity-measurement/maturity-measurement.policy.js';

/** One measurement to invent: whose, when, how far the authority was. */
export interface PlannedMeasurement {
  readonly id: string;
  readonly authority: DemoAuthority;
  readonly edition: CyFunVersion;
  readonly level: AssuranceLevel;
  readonly kind: 'SELF' | 'GUIDED' | 'VERIFIED';
  readonly state: 'OPEN' | 'SUBMITTED' | 'VALIDATED';
  readonly measuredOn: string;
  /** About the mean of its scores, 1 to 5. */
  readonly maturity: number;
  readonly supersedesId: string | null;
}

/** The first one by the framework of 2025; those before are by that of 2023. */
const firstBy2025 = '2025-07-01';
const year = 365;
const day = 86_400_000;
/** Days that a measurement comes earlier than its turn, at most. */
const widest = 40;

const levelOf = weighted<[AssuranceLevel, number]>(
  [
    ['BASIC', 76],
    ['IMPORTANT', 19],
    ['ESSENTIAL', 5],
  ],
  ([, weight]) => weight,
);

/** Larger authorities aim higher: nobody small takes the highest level. */
function targetOf({ population }: DemoAuthority, by: Dice): AssuranceLevel {
  const level = levelOf(by)[0];
  return level === 'ESSENTIAL' && population < 20_000 ? 'IMPORTANT' : level;
}

/** Share of those without a label that had their latest measurement verified all the same. */
const quietlyVerified = 0.13;

/** An average year apart; nearer where the first would lie before there was something to measure by. */
const gapBetween = (count: number, latest: string): number =>
  Math.min(year, ((Date.parse(latest) - Date.parse(firstMeasuringDay)) / day - widest) / (count - 1));

/** Days of its measurements, oldest first; the last within the past year. */
function measuringDays(count: number, last: string, by: Dice): string[] {
  const latest = dayBetween(by, addDays(last, -year), addDays(last, -30));
  const gap = gapBetween(count, latest);
  const spread = (index: number): number => (index === count - 1 ? 0 : by.between(-widest, 20));
  return Array.from({ length: count }, (_, index) =>
    addDays(latest, Math.ceil((index - count + 1) * gap) + spread(index)),
  );
}

/** Where it stood at the beginning of 2022, and how much it grows in a year. */
function growthOf(by: Dice): (on: string) => number {
  const [start, step] = [1.4 + by.next() * 0.9, 0.24 + by.next() * 0.14];
  return (on) => start + (step * (Date.parse(on) - Date.parse('2022-01-01'))) / (year * day);
}

/** What is verified is verified because it is good enough. */
const enoughFor: Readonly<Record<AssuranceLevel, number>> = { BASIC: 2.9, IMPORTANT: 3.4, ESSENTIAL: 3.9 };

/** The measurements of one authority: each year it stands a little better. */
function planFor(authority: DemoAuthority, count: number, lastDay: string): readonly PlannedMeasurement[] {
  const by = dice(demoSeed, 'measurements', authority.key);
  const level = targetOf(authority, by);
  const verified = showsLabel(authority) || (mayBeVerified(authority) && by.chance(quietlyVerified));
  const maturityOn = growthOf(by);
  const days = measuringDays(count, authority.until ?? lastDay, by).filter((on) => on >= authority.since);
  const planned = days.map((measuredOn, index): PlannedMeasurement => {
    const isVerified = verified && index === days.length - 1;
    const maturity = maturityOn(measuredOn);
    return {
      id: seededId('measurement', `${authority.key}:${index}`),
      authority,
      edition: measuredOn < firstBy2025 ? '2023' : '2025',
      level,
      kind: isVerified ? 'VERIFIED' : by.pick(['SELF', 'SELF', 'GUIDED']),
      state: isVerified || by.chance(0.4) ? 'VALIDATED' : 'SUBMITTED',
      measuredOn,
      maturity: isVerified ? Math.max(maturity, enoughFor[level]) : maturity,
      supersedesId: null,
    };
  });
  return withOpenOne(withCorrection(planned, by), lastDay, by);
}

/** Now and then one is corrected: a new one, some days later, takes its place. */
function withCorrection(planned: readonly PlannedMeasurement[], by: Dice): readonly PlannedMeasurement[] {
  const [first, second] = planned;
  if (planned.length < 4 || !first || !second || !by.chance(0.1)) return planned;
  const correction = { measuredOn: addDays(first.measuredOn, 11), supersedesId: first.id, edition: first.edition };
  return [first, { ...second, ...correction }, ...planned.slice(2)];
}

/** Some are filling in a new one at this moment, half a year or more after the last. */
function withOpenOne(planned: readonly PlannedMeasurement[], lastDay: string, by: Dice): readonly PlannedMeasurement[] {
  const last = planned.at(-1);
  const waits = last && !last.authority.until && last.measuredOn < addDays(lastDay, -180);
  if (!waits || !by.chance(0.12)) return planned;
  const id = seededId('measurement', `${last.authority.key}:open`);
  const measuredOn = dayBetween(by, addDays(lastDay, -25), lastDay);
  return [...planned, { ...last, id, kind: 'SELF', state: 'OPEN', measuredOn, supersedesId: null }];
}

/** How many of each: with those of its OCMW five for a municipality, as in 2024 (1,500 for 285). */
function countFor({ kind, predecessorIds, since, until }: DemoAuthority, index: number): number {
  if (kind === 'OCMW') return until ? 0 : 1;
  if (kind === 'MUNICIPALITY') return until || (predecessorIds.length > 0 && since > '2020') ? 2 : 3 + (index % 3);
  return kind === 'AGB' || kind === 'POLICE_ZONE' ? 0 : 1;
}

/** All measurements, by authority. */
export const demoPlan = ({ authorities, lastDay }: DemoWorld): (readonly PlannedMeasurement[])[] =>
  authorities
    .map((authority, index) => planFor(authority, countFor(authority, index), lastDay))
    .filter((plan) => plan.length > 0);
