import { newId } from '@lokaal/shared/ids';
import { badInput, notFound } from '@lokaal/shared/errors';
import { type EntityManager, In } from 'typeorm';
import { CircleMembershipEntity } from '../knowledge-circle/circle-membership.entity.js';
import { KnowledgeCircleEntity } from '../knowledge-circle/knowledge-circle.entity.js';
import { requireNotEnded } from '../knowledge-circle/knowledge-circle.query.js';
import { endCircleMemberships, requireNoLaterCircle } from '../organisation/end-ties.js';
import { OrganisationKind } from '../organisation/organisation.enums.js';
import { type Heir, idsOf, mergingOf } from './merge-organisations.js';
import type { Merger } from './merger.js';
import { circleAfter } from './municipality-merger.policy.js';

/** Where the merging authorities are on the day, and where they go on. */
export interface CircleChange {
  readonly memberships: readonly CircleMembershipEntity[];
  readonly circleId: string | null;
}

/** To be asked before anything is written. */
export async function planCircles(tx: EntityManager, { asked, on, organisations }: Merger): Promise<CircleChange> {
  const organisationIds = idsOf(mergingOf(organisations));
  await requireNoLaterCircle(tx, { organisationIds, on });
  const lock = { mode: 'pessimistic_write' } as const;
  const all = await tx.find(CircleMembershipEntity, { where: { organisationId: In(organisationIds) }, lock });
  const memberships = all.filter(({ to }) => to === null || to > on);
  const circleId = circleAfter([...new Set(memberships.map((one) => one.circleId))].toSorted(), asked.circleId);
  if (circleId !== null) await requireCircleOn(tx, circleId, on);
  return { memberships, circleId };
}

async function requireCircleOn(tx: EntityManager, id: string, on: string): Promise<void> {
  const circle = await tx.findOne(KnowledgeCircleEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
  if (!circle) throw notFound('Knowledge circle', ['circleId']);
  requireNotEnded(circle);
  if (circle.foundedOn === null || circle.foundedOn > on)
    throw badInput(`Knowledge circle ${circle.name} is not founded on that day.`, ['circleId']);
}

/** An heir is in the circle when one that it takes the place of was in any; the municipality also when a circle was asked for. */
export async function carryOverCircles(
  tx: EntityManager,
  { asked, on }: Merger,
  { heirs, memberships, circleId }: CircleChange & { readonly heirs: readonly Heir[] },
): Promise<void> {
  for (const { id, kind, parts } of heirs) {
    const own = memberships.filter(
      ({ organisationId }) => organisationId === id || idsOf(parts).includes(organisationId),
    );
    const stays = own.find((one) => one.organisationId === id && one.circleId === circleId);
    const leaving = own.filter((one) => one !== stays).map(({ organisationId }) => organisationId);
    await endCircleMemberships(tx, { organisationIds: leaving, on });
    const isMember = own.length > 0 || (kind === OrganisationKind.MUNICIPALITY && asked.circleId != null);
    if (circleId === null || stays || !isMember) continue;
    await tx.insert(CircleMembershipEntity, {
      id: newId('circlemember'),
      circleId,
      organisationId: id,
      from: on,
      to: null,
    });
  }
}
