import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { refuseFlood } from '@lokaal/shared/database';
import type { EntityManager } from 'typeorm';
import { OutboxMessageEntity } from '../mail-outbox/outbox-message.entity.js';
import type { EmploymentEntity } from '../person/employment.entity.js';

/** More than anybody corrects by hand: of each change the person gets a mail. */
const changedOften = {
  most: 5,
  within: 3_600_000,
  refusal: 'This employment changed five times within an hour: go on later, or ask the association.',
};

/** By what mails about changes of one employment count together. */
export const changesOf = (employmentId: string): string => `EMPLOYMENT ${employmentId}`;

/**
 * Throws a DomainError RATE_LIMITED for a colleague who comes too often. Call it with the employment locked: what is done at
 * once counts right. An end counts, but is not refused, or rights would stay.
 */
export async function refuseManyChanges(
  tx: EntityManager,
  viewer: Viewer,
  { employment: { id, personId }, now }: { readonly employment: EmploymentEntity; readonly now: Date },
): Promise<void> {
  if (isStaff(viewer) || viewer.personId === personId) return;
  await refuseFlood(
    tx,
    { of: OutboxMessageEntity, where: { kind: changesOf(id) }, when: 'writtenAt', now },
    changedOften,
  );
}
