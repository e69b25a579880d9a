import type { Viewer } from '@lokaal/shared/auth';
import { badInput, invalidState, notFound } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { isLocalAuthority } from '../organisation/local-authority.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { requireActive } from '../organisation/organisation.query.js';
import { KnowledgeCircleEntity } from './knowledge-circle.entity.js';

export interface Coordinating {
  readonly circleId: string;
  readonly now: Date;
}

/** Whether the viewer was appointed to coordinate the circle, and belongs to the community today. */
export async function coordinatesCircle(
  tx: EntityManager,
  { personId }: Viewer,
  { circleId, now }: Coordinating,
): Promise<boolean> {
  const statement = 'select where $1 in (select coordinators_of($2, $3))';
  const found = await tx.query<unknown[]>(statement, [personId, circleId, now]);
  return found.length > 0;
}

/** The circle that an input names by `circleId`, locked. */
export async function lockCircle(tx: EntityManager, circleId: string): Promise<KnowledgeCircleEntity> {
  const lock = { mode: 'pessimistic_write' } as const;
  const circle = await tx.findOne(KnowledgeCircleEntity, { where: { id: circleId }, lock });
  if (!circle) throw notFound('Knowledge circle', ['circleId']);
  return circle;
}

/** An authority of today or of before; it neither merges nor dissolves until the transaction ends. */
export async function lockAuthority(
  tx: EntityManager,
  organisationId: string,
  field: readonly string[] = ['organisationId'],
): Promise<OrganisationEntity> {
  const lock = { mode: 'pessimistic_read' } as const;
  const organisation = await tx.findOne(OrganisationEntity, { where: { id: organisationId }, lock });
  if (!organisation) throw notFound('Organisation', field);
  if (!isLocalAuthority(organisation.kind)) throw badInput('Only local authorities are in knowledge circles.', field);
  return organisation;
}

/** An authority that can be in a circle from now on. */
export async function authorityToJoin(...asked: Parameters<typeof lockAuthority>): Promise<OrganisationEntity> {
  const organisation = await lockAuthority(...asked);
  requireActive(organisation);
  return organisation;
}

export function requireNotEnded({ name, endedOn }: KnowledgeCircleEntity): void {
  if (endedOn !== null) throw invalidState(`Knowledge circle ${name} ended on ${endedOn}.`);
}

export function requireFounded({ name, foundedOn }: KnowledgeCircleEntity): void {
  if (foundedOn === null)
    throw invalidState(`Knowledge circle ${name} is a proposal: formalise it first (formaliseKnowledgeCircle).`);
}
