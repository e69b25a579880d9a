import type { Viewer } from '@lokaal/shared/auth';
import { refuseDuplicates } from '@lokaal/shared/database';
import { DomainError } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { KnowledgeCircleEntity } from '../knowledge-circle/knowledge-circle.entity.js';
import { replacedMail, tellRequester } from './accession-mails.js';
import { CircleAccessionEntity } from './circle-accession.entity.js';
import { AccessionState } from './circle-accession.enums.js';

/** An authority waits for one answer at a time; `field` names it. */
export const refuseSecondRequest = (field: string) =>
  refuseDuplicates({
    circle_accession_one_open: ['The authority asked to join a circle already, and waits for the answer.', field],
  });

/** The request of a founder, before it is written. */
interface Next {
  readonly id: string;
  readonly organisationId: string;
  /** Name of the circle that is to be founded. */
  readonly founds: string;
  readonly now: Date;
}

/**
 * Who founds a circle waits no longer for the answer of another one: that request is withdrawn and says what took its place.
 * From one proposal to another nobody goes in silence: the first one would lose a founder. Throws ALREADY_EXISTS.
 */
export async function replaceRequest(
  tx: EntityManager,
  viewer: Viewer,
  { next, field }: { readonly next: Next; readonly field: readonly string[] },
): Promise<void> {
  const open = await tx.findOne(CircleAccessionEntity, {
    where: { organisationId: next.organisationId, state: AccessionState.REQUESTED },
    lock: { mode: 'pessimistic_write' },
  });
  if (!open) return;
  const circle = await tx.findOneByOrFail(KnowledgeCircleEntity, { id: open.circleId });
  if (circle.foundedOn === null)
    throw new DomainError(
      'ALREADY_EXISTS',
      `The authority asked to found ${circle.name}: withdraw that first (withdrawCircleAccession).`,
      field,
    );
  const decided = { state: AccessionState.WITHDRAWN, decidedAt: next.now, decidedById: viewer.personId! };
  await tx.update(CircleAccessionEntity, open.id, { ...decided, replacedById: next.id });
  await tellRequester(tx, replacedMail, { accession: open, circle, reason: next.founds, now: next.now });
}
