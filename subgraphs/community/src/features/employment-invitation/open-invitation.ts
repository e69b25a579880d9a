import { requireVersion } from '@lokaal/shared/database';
import { invalidState } from '@lokaal/shared/errors';
import type { EmploymentInvitationEntity } from './employment-invitation.entity.js';

interface Expected {
  readonly expectedVersion: number;
  readonly now: Date;
}

/** Refuses what was answered before, or too late. Call it with the invitation locked. */
export function requireOpen(invitation: EmploymentInvitationEntity, { expectedVersion, now }: Expected): void {
  requireVersion(invitation, expectedVersion);
  if (invitation.decision) throw invalidState(`It was ${invitation.decision} already.`);
  if (invitation.expiresAt <= now) throw invalidState('It expired: ask for a new invitation.');
}
