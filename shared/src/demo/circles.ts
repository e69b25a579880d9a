import { seededId } from '../seeding/index.js';
import type { DemoAuthority } from './authorities.js';
import { circleName } from './circle-names.js';
import { dayBetween } from './dates.js';
import { dice } from './dice.js';
import { grouped } from './grouped.js';
import { slugOf } from './names.js';
import { demoSeed } from './seed.js';
import type { DemoWorld } from './world.js';

export interface DemoCircleMembership {
  readonly authorityId: string;
  readonly from: string;
  readonly to: string | null;
}

/** A regional knowledge circle (kenniskring). Which authorities it has is invented. */
export interface DemoCircle {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly foundedOn: string;
  /** Municipalities of today in it, largest first; the first ones coordinate. */
  readonly members: readonly DemoAuthority[];
  readonly memberships: readonly DemoCircleMembership[];
}

/** Regional knowledge circles in 2024. */
const circleCount = 52;
/** Municipalities in no circle: the blind spots (in 2015 there were 54). */
const outsiders = 24;
const firstCircles = '2010-09-01';

/** How many circles each region gets: by size, the remainders to the largest fractions. */
function circlesPerRegion(regions: ReadonlyMap<string, readonly DemoAuthority[]>): Map<string, number> {
  const total = [...regions.values()].reduce((sum, members) => sum + members.length, 0);
  const shares = [...regions].map(([region, members]) => ({ region, share: (members.length * circleCount) / total }));
  const counts = new Map(shares.map(({ region, share }) => [region, Math.max(1, Math.floor(share))]));
  const left = circleCount - [...counts.values()].reduce((sum, count) => sum + count, 0);
  const byFraction = shares.toSorted((one, other) => (other.share % 1) - (one.share % 1));
  for (const { region } of byFraction.slice(0, left)) counts.set(region, (counts.get(region) ?? 0) + 1);
  return counts;
}

/** Cuts neighbours (by postal code) into circles of different sizes, none smaller than two. */
function cut(members: readonly DemoAuthority[], count: number, region: string): DemoAuthority[][] {
  const by = dice(demoSeed, 'circles', region);
  const weights = Array.from({ length: count }, () => 0.6 + by.next() * 0.9);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = members.length - 2 * count;
  let [from, weight] = [0, 0];
  return weights.map((own, index) => {
    weight += own;
    const to = 2 * (index + 1) + Math.round((spare * weight) / total);
    const circle = members.slice(from, to);
    from = to;
    return circle;
  });
}

const byPostalCode = (one: DemoAuthority, other: DemoAuthority): number => (one.postalCode < other.postalCode ? -1 : 1);
const bySize = (one: DemoAuthority, other: DemoAuthority): number => other.population - one.population;

interface Draft {
  readonly region: string;
  readonly members: readonly DemoAuthority[];
}

/** One after the other: a name that is taken is not given again. */
function named(drafts: readonly Draft[]): Pick<DemoCircle, 'name' | 'region' | 'members'>[] {
  const taken = new Set<string>();
  return drafts.map(({ region, members }) => {
    const sorted = members.toSorted(bySize);
    const name = circleName(sorted, taken);
    taken.add(name);
    return { name, region, members: sorted };
  });
}

/** A municipality that came from a merger: its parts were members until then, itself from then on. */
function membershipsOf(member: DemoAuthority, foundedOn: string, byId: ReadonlyMap<string, DemoAuthority>) {
  const by = dice(demoSeed, 'joined', member.key);
  const joined = by.chance(0.6) ? foundedOn : dayBetween(by, foundedOn, '2023-12-31');
  const parts = member.predecessorIds.flatMap((id) => byId.get(id) ?? []);
  const later = (one: string, other: string): string => (one > other ? one : other);
  return [
    { authorityId: member.id, from: later(joined, member.since), to: null },
    ...parts.map(({ id, until }) => ({ authorityId: id, from: joined, to: until })),
  ];
}

/** 52 circles of municipalities; nobody is in two at a time, some are in none. */
export function demoCircles(authorities: readonly DemoAuthority[]): DemoCircle[] {
  const byId = new Map(authorities.map((one) => [one.id, one]));
  const active = authorities.filter(({ kind, until }) => kind === 'MUNICIPALITY' && !until).toSorted(byPostalCode);
  const outside = new Set(dice(demoSeed, 'outside').some(active, outsiders));
  const regions = grouped(
    active.filter((one) => !outside.has(one)),
    ({ region }) => region,
  );
  const counts = circlesPerRegion(regions);
  const drafts = [...regions].flatMap(([region, members]) =>
    cut(members, counts.get(region) ?? 1, region).map((circle) => ({ region, members: circle })),
  );
  return named(drafts).map((circle) => {
    const foundedOn = dayBetween(dice(demoSeed, 'founded', circle.name), firstCircles, '2021-12-31');
    const memberships = circle.members.flatMap((member) => membershipsOf(member, foundedOn, byId));
    return { id: seededId('circle', slugOf(circle.name)), foundedOn, memberships, ...circle };
  });
}

/** Municipalities outside every circle that were in one before: they left it some years ago. */
export function formerMemberships({ circles, authorities, lastDay }: DemoWorld) {
  const inside = new Set(circles.flatMap(({ members }) => members.map(({ id }) => id)));
  const outside = authorities.filter(({ id, kind, until }) => kind === 'MUNICIPALITY' && !until && !inside.has(id));
  return outside.flatMap(({ id, key, region, predecessorIds }) => {
    const by = dice(demoSeed, 'left', key);
    const near = circles.filter((circle) => circle.region === region);
    if (near.length === 0 || predecessorIds.length > 0 || by.chance(0.5)) return [];
    const circle = by.pick(near);
    const to = dayBetween(by, '2022-06-01', lastDay);
    return [{ circleId: circle.id, authorityId: id, from: circle.foundedOn, to }];
  });
}
