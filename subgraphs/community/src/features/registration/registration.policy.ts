import { isStaff, organisationIds, type Viewer } from '@lokaal/shared/auth';
import { DomainError, forbidden } from '@lokaal/shared/errors';
import { Audience, EventMode, EventStatus } from '../event/event.enums.js';
import type { EventEntity } from '../event/event.entity.js';
import { rolesForColleagues } from './acting-roles.js';
import { inSentence } from './moment-in-words.js';
import type { AttendanceMode } from './registration.enums.js';

/** Organisations at which the viewer acts for colleagues. */
export const actsFor = (viewer: Viewer): string[] => organisationIds(viewer, ...rolesForColleagues);

type Window = Pick<EventEntity, 'status' | 'registrationOpensAt' | 'registrationClosesAt' | 'startsAt' | 'endsAt'>;

/** Why nobody can register now, as a sentence; undefined when it is open. Staff also do it before, after and at the door. */
export function refusalOfWindow(viewer: Viewer, event: Window, now: Date): string | undefined {
  if (event.status !== EventStatus.PUBLISHED) return `Nobody can register for an event that is ${event.status}.`;
  if (isStaff(viewer)) return now < event.endsAt ? undefined : 'The event is over.';
  const { registrationOpensAt: opens, registrationClosesAt: closes } = event;
  if (opens !== null && now < opens) return `Registration opens on ${inSentence(opens)}.`;
  const end = closes ?? event.startsAt;
  return now < end ? undefined : `Registration closed on ${inSentence(end)}.`;
}

/**
 * Why somebody who did not follow what comes before a training cannot register for it; undefined when nothing is missing. Staff
 * judge for themselves: who learned it elsewhere may come.
 */
export function refusalOfPrerequisites(viewer: Viewer, missing: readonly string[]): DomainError | undefined {
  if (missing.length === 0 || isStaff(viewer)) return undefined;
  const titles = missing.map((title) => `“${title}”`).join(', ');
  return new DomainError('PREREQUISITES_MISSING', `Follow first what this training builds on: ${titles}.`, ['eventId']);
}

/** Why who is not of the circle cannot come to a meeting that is for its people. Staff judge for themselves: they invite guests. */
export const refusalOfOutsider = (viewer: Viewer, isOutsider: boolean): DomainError | undefined =>
  isOutsider && !isStaff(viewer)
    ? forbidden('This meeting is for who works for an authority of its circle, and for its coordinators.')
    : undefined;

/** Whether an event can be attended in this way. */
export const hasMode = ({ mode }: Pick<EventEntity, 'mode'>, attendance: AttendanceMode): boolean =>
  mode === EventMode.HYBRID || EventMode[attendance] === mode;

export interface Price {
  readonly audience: Audience;
  readonly priceCents: number;
}

/** From the closest bond with the association: decides between equal prices. */
const byBond = [Audience.EFFECTIVE, Audience.ACCEDED, Audience.COMPANY];

/**
 * As what somebody registers: the cheapest of the audiences that he belongs to and that have a price. Who finds none there
 * pays what non-members pay; an event for members only has no such price. Undefined: it is not open to him.
 */
export function priceFor(memberships: readonly Audience[], prices: readonly Price[]): Price | undefined {
  const [own] = prices
    .filter(({ audience }) => memberships.includes(audience))
    .toSorted(
      (one, other) =>
        one.priceCents - other.priceCents || byBond.indexOf(one.audience) - byBond.indexOf(other.audience),
    );
  return own ?? prices.find(({ audience }) => audience === Audience.NON_MEMBER);
}

/** As what somebody comes who does not pay: by the closest bond. */
export const complimentaryFor = (memberships: readonly Audience[]): Price => ({
  audience: byBond.find((audience) => memberships.includes(audience)) ?? Audience.NON_MEMBER,
  priceCents: 0,
});
