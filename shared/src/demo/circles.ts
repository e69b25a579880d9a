import { seededId } from '../seeding/index.js';
import type { DemoAuthority } from './authorities.js';
import { circleTable, outsideTable, proposalTable } from './circle-table.js';
import { dayBetween } from './dates.js';
import { dice } from './dice.js';
import { slugOf } from './names.js';
import { demoSeed } from './seed.js';
import type { DemoWorld } from './world.js';

export interface DemoCircleMembership {
  readonly authorityId: string;
  readonly from: string;
  readonly to: string | null;
}

/** A regional knowledge circle (kenniskring). */
export interface DemoCircle {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly foundedOn: string;
  /** Municipalities of today in it, largest first; the first ones coordinate. */
  readonly members: readonly DemoAuthority[];
  readonly memberships: readonly DemoCircleMembership[];
}

/** A circle that waits for its exploratory talk. */
export interface DemoProposal {
  readonly name: string;
  readonly founders: readonly DemoAuthority[];
}

/** A municipality in no circle (blinde vlek). */
export interface DemoOutsider {
  readonly authority: DemoAuthority;
  readonly near: DemoCircle;
}

const firstCircles = '2010-09-01';

const bySize = (one: DemoAuthority, other: DemoAuthority): number => other.population - one.population;

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

/** Municipalities of today by the names in a line of the table. */
function byName(authorities: readonly DemoAuthority[]): (names: string) => DemoAuthority[] {
  const known = new Map(
    authorities.filter(({ kind, until }) => kind === 'MUNICIPALITY' && !until).map((one) => [one.locality, one]),
  );
  return (names) =>
    names.split(', ').map((name) => {
      const one = known.get(name);
      if (!one) throw new Error(`${name} is no municipality of today.`);
      return one;
    });
}

/** Circles of municipalities; nobody is in two at a time, some are in none. */
export function demoCircles(authorities: readonly DemoAuthority[]): DemoCircle[] {
  const named = byName(authorities);
  const byId = new Map(authorities.map((one) => [one.id, one]));
  return circleTable.map(([name, regions, municipalities]) => {
    const foundedOn = dayBetween(dice(demoSeed, 'founded', name), firstCircles, '2021-12-31');
    const members = named(municipalities).toSorted(bySize);
    const memberships = members.flatMap((member) => membershipsOf(member, foundedOn, byId));
    const region = regions.split(', ')[0] as string;
    return { id: seededId('circle', slugOf(name)), name, region, foundedOn, members, memberships };
  });
}

/** Circles that neighbours without one want to found. */
export function demoProposals(authorities: readonly DemoAuthority[]): DemoProposal[] {
  const named = byName(authorities);
  return proposalTable.map(([name, municipalities]) => ({ name, founders: named(municipalities) }));
}

/** The other municipalities in no circle. */
export function demoOutsiders(authorities: readonly DemoAuthority[], circles: readonly DemoCircle[]): DemoOutsider[] {
  const named = byName(authorities);
  const byCircle = new Map(circles.map((circle) => [circle.name, circle]));
  return outsideTable.flatMap(([municipality, nearest]) =>
    named(municipality).map((authority) => ({ authority, near: byCircle.get(nearest) as DemoCircle })),
  );
}

/** Some of those in no circle were in one before: they left it some years ago. */
export const formerMemberships = ({ outsiders, lastDay }: DemoWorld) =>
  outsiders.flatMap(({ authority: { id, key, predecessorIds }, near }) => {
    const by = dice(demoSeed, 'left', key);
    if (predecessorIds.length > 0 || by.chance(0.5)) return [];
    const to = dayBetween(by, '2022-06-01', lastDay);
    return [{ circleId: near.id, authorityId: id, from: near.foundedOn, to }];
  });
