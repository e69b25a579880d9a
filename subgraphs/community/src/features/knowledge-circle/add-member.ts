import { refuseDuplicates } from '@lokaal/shared/database';
import { badInput } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { CircleMembershipEntity } from './circle-membership.entity.js';
import type { KnowledgeCircleEntity } from './knowledge-circle.entity.js';
import { authorityToJoin, requireFounded, requireNotEnded } from './knowledge-circle.query.js';

interface Joining {
  readonly organisationId: string;
  readonly from: string;
}

/** Two at once, or one that overlaps: the database lets one through. */
export const refuseSecondCircle = refuseDuplicates({
  circle_membership_organisation_id_daterange_excl:
    'The authority is in a knowledge circle at that time already: it is in one at most.',
  circle_accession_one_open: 'The authority asked to join a circle already, and waits for the answer.',
});

/** Makes an authority a member of a locked circle from a day on. Answers with the membership's id. */
export async function addMember(tx: EntityManager, circle: KnowledgeCircleEntity, joining: Joining): Promise<string> {
  const { organisationId, from } = joining;
  requireNotEnded(circle);
  requireFounded(circle);
  if (from < circle.foundedOn!) throw badInput(`The circle was founded on ${circle.foundedOn}.`, ['from']);
  await authorityToJoin(tx, organisationId);
  const id = newId('circlemember');
  await tx.insert(CircleMembershipEntity, { id, circleId: circle.id, organisationId, from, to: null });
  return id;
}
