import type { Viewer } from '@lokaal/shared/auth';
import { invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { addMember } from '../knowledge-circle/add-member.js';
import { joinedMail } from '../knowledge-circle/circle-membership-mails.js';
import { tellAuthority } from '../knowledge-circle/circle-news.js';
import type { KnowledgeCircleEntity } from '../knowledge-circle/knowledge-circle.entity.js';
import { authorityToJoin } from '../knowledge-circle/knowledge-circle.query.js';
import { CircleAccessionEntity } from './circle-accession.entity.js';
import { AccessionState } from './circle-accession.enums.js';
import { replaceRequest } from './replace-request.js';

/** Fewer make no circle (domain: kenniskringen). */
const fewestMembers = 2;

interface Founding {
  readonly circle: Pick<KnowledgeCircleEntity, 'id' | 'name'>;
  readonly founderIds: readonly string[];
  readonly now: Date;
}

/** The authorities that want to found a proposed circle. */
export async function askToFound(tx: EntityManager, viewer: Viewer, { circle, founderIds, now }: Founding) {
  for (const [index, organisationId] of founderIds.entries()) {
    const field = ['founderIds', String(index)];
    await authorityToJoin(tx, organisationId, field);
    const id = newId('circleaccession');
    await replaceRequest(tx, viewer, { next: { id, organisationId, founds: circle.name, now }, field });
    const asked = { state: AccessionState.REQUESTED, requestedAt: now, requestedById: viewer.personId! };
    await tx.insert(CircleAccessionEntity, { id, circleId: circle.id, organisationId, ...asked });
  }
}

export interface Accepting {
  readonly talkedOn: string;
  readonly from: string;
  readonly now: Date;
}

/** Makes whoever asked a member of the locked circle. */
export async function accept(
  tx: EntityManager,
  viewer: Viewer,
  { accession, circle, ...accepting }: Accepting & { accession: CircleAccessionEntity; circle: KnowledgeCircleEntity },
): Promise<void> {
  const { talkedOn, from, now } = accepting;
  const membershipId = await addMember(tx, circle, { organisationId: accession.organisationId, from });
  const decided = { state: AccessionState.ACCEPTED, decidedAt: now, decidedById: viewer.personId! };
  await tx.update(CircleAccessionEntity, accession.id, { ...decided, talkedOn, membershipId });
}

/** Everybody with an open request, two at least; each is told. */
export async function acceptAll(
  tx: EntityManager,
  viewer: Viewer,
  { circle, ...accepting }: Accepting & { circle: KnowledgeCircleEntity },
): Promise<void> {
  const open = await tx.find(CircleAccessionEntity, {
    where: { circleId: circle.id, state: AccessionState.REQUESTED },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  if (open.length < fewestMembers)
    throw invalidState(`A circle needs ${fewestMembers} members or more: ${open.length} asked to found it.`);
  const { from: day, now } = accepting;
  for (const accession of open) {
    await accept(tx, viewer, { accession, circle, ...accepting });
    const { organisationId } = accession;
    await tellAuthority(tx, joinedMail, { circle, organisationId, day, now, byId: viewer.personId });
  }
}
