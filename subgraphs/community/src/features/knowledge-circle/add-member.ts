import { refuseDuplicates } from '@lokaal/shared/database';
import { DomainError } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { orderly, type Period, requireWithin } from '../../periods/period.js';
import type { OrganisationEntity } from '../organisation/organisation.entity.js';
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

interface Holding extends Period {
  readonly organisationId: string;
  /** A membership that is there, and does not stand in its own way. */
  readonly id?: string;
}

/** Two at once, or one that is moved over another one: the database lets one through. */
export const refuseSecondCircle = (day: 'from' | 'to') =>
  refuseDuplicates({
    circle_membership_organisation_id_daterange_excl: [
      'The authority is in a knowledge circle at that time already: it is in one at most.',
      day,
    ],
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
  { id, organisationId, ...period }: Holding,
): Promise<void> {
  const goesOn = period.to === null;
  if (goesOn) requireNotEnded(circle);
  requireFounded(circle);
  const { name, foundedOn, endedOn } = circle;
  requireWithin(orderly(period), { name: `Knowledge circle ${name}`, from: foundedOn, to: endedOn });
  const authority = await lockAuthority(tx, organisationId);
  if (goesOn) requireActive(authority);
  requireWithin(period, { name: authority.legalName, to: authority.endedOn });
  await refuseElsewhere(tx, authority, { id, ...period });
}

/** By name: who founds a circle with several reads here which one is in another circle. */
async function refuseElsewhere(
  tx: EntityManager,
  authority: Pick<OrganisationEntity, 'id' | 'legalName'>,
  { id, from, to }: Omit<Holding, 'organisationId'>,
): Promise<void> {
  const [other] = await tx.query<{ name: string }[]>(
    `select circle.name from circle_membership as member join knowledge_circle as circle on circle.id = circle_id
      where organisation_id = $1 and member.id is distinct from $2
        and daterange(from_date, to_date) && daterange($3::date, $4::date) limit 1`,
    [authority.id, id, from, to],
  );
  if (other)
    throw new DomainError(
      'ALREADY_EXISTS',
      `${authority.legalName} is in knowledge circle ${other.name} at that time already: it is in one at most.`,
      ['from'],
    );
}
