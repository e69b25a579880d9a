import { isStaff, organisationIds, type Viewer } from '@lokaal/shared/auth';
import type { ApiKeyEntity } from './api-key.entity.js';
import type { ApiKeyScope } from './api-key.enums.js';
import { givingRoles, keeperRoles } from './api-key.roles.js';

export const mayKeepKeys = (viewer: Viewer, organisationId: string): boolean =>
  organisationIds(viewer, ...keeperRoles).includes(organisationId);

/** Staff take a key away when it leaked, but give none: they act as themselves. */
export const mayRevoke = (viewer: Viewer, organisationId: string): boolean =>
  isStaff(viewer) || mayKeepKeys(viewer, organisationId);

/** Of these scopes, those that somebody with these roles at the organisation may give. */
export const scopesOf = (roles: readonly string[], scopes: readonly ApiKeyScope[]): ApiKeyScope[] =>
  scopes.filter((scope) => givingRoles[scope].some((role) => roles.includes(role)));

/** Roles today at the organisation itself: those at what it took over are for what was there. */
export const rolesAt = ({ employments }: Viewer, organisationId: string): string[] =>
  employments.filter((one) => one.organisationId === organisationId).flatMap(({ roles }) => [...roles]);

const hour = 3_600_000;
const day = 24 * hour;
const usualDays = 90;

/** Until when a key holds when nobody says so. */
export const usualExpiry = (now: Date): Date => new Date(now.getTime() + usualDays * day);

/** Longer than a year no key holds: that is how long a forgotten one can be abused. */
export const mostDays = 366;

export const isAllowedExpiry = (expiresAt: Date, now: Date): boolean =>
  expiresAt > now && expiresAt.getTime() <= now.getTime() + mostDays * day;

type Term = Pick<ApiKeyEntity, 'createdAt' | 'expiresAt'>;

/** Until when a key holds that takes the place of another now: as long as that one was made for. */
export const sameTerm = ({ createdAt, expiresAt }: Term, now: Date): Date =>
  new Date(now.getTime() + expiresAt.getTime() - createdAt.getTime());

/** Until when a key that was replaced goes on, for the system to get the new one. */
export const endOfOverlap = (now: Date, hours: number): Date => new Date(now.getTime() + hours * hour);

/** Why a key cannot be replaced now; undefined when it can. */
export function refusalOfRotation({ revokedAt, expiresAt }: Pick<ApiKeyEntity, 'revokedAt' | 'expiresAt'>, now: Date) {
  if (revokedAt) return 'This key was revoked or replaced already.';
  return now < expiresAt ? undefined : 'This key has expired: make another one.';
}

/** Keys that hold at once. More than any organisation has systems. */
export const mostKeys = 20;
