import { refuseDuplicates } from '@lokaal/shared/database';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { orderly, type Period, requireWithin } from '../../periods/period.js';
import { requireActive } from '../organisation/organisation.query.js';
import { CircleMembershipEntity } from './circle-membership.entity.js';
import type { KnowledgeCircleEntity } from './knowledge-circle.entity.js';
import { lockAuthority, requireFounded, requireNotEnded } from './knowledge-circle.query.js';

interface Joining {
  readonly organisationId: string;
  readonly from: string;
  /** When it was a member and no longer is. */
  readonly to?: string | null | undefined;
}

/** Two at once, or one that overlaps: the database lets one through. */
export const refuseSecondCircle = refuseDuplicates({
  circle_membership_organisation_id_daterange_excl:
    'The authority is in a knowledge circle at that time already: it is in one at most.',
  circle_accession_one_open: 'The authority asked to join a circle already, and waits for the answer.',
});

/** Makes an authority a member of a locked circle from a day on. Answers with the membership's id. */
export async function addMember(tx: EntityManager, circle: KnowledgeCircleEntity, joining: Joining): Promise<string> {
  const { organisationId, from, to = null } = joining;
  await requireMayHold(tx, circle, { organisationId, from, to });
  const id = newId('circlemember');
  await tx.insert(CircleMembershipEntity, { id, circleId: circle.id, organisationId, from, to });
  return id;
}

/** Refuses a membership of a locked circle when the circle or the authority was not there, or is there no longer. */
export async function requireMayHold(
  tx: EntityManager,
  circle: KnowledgeCircleEntity,
  { organisationId, ...period }: Period & Pick<Joining, 'organisationId'>,
): Promise<void> {
  const goesOn = period.to === null;
  if (goesOn) requireNotEnded(circle);
  requireFounded(circle);
  const { name, foundedOn, endedOn } = circle;
  requireWithin(orderly(period), { name: `Knowledge circle ${name}`, from: foundedOn, to: endedOn });
  const authority = await lockAuthority(tx, organisationId);
  if (goesOn) requireActive(authority);
  requireWithin(period, { name: authority.legalName, to: authority.endedOn });
}
