import { badInput, invalidState } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { KnowledgeCircleEntity } from './knowledge-circle.entity.js';

const members = `select organisation_id from circle_membership where circle_id = $1 and (to_date is null or to_date > $2)
  union select organisation_id from circle_accession where circle_id = $1 and state = 'REQUESTED'`;

/** Ends a locked circle: its members leave with it, and whoever asked to join need not wait. Answers with both, by id. */
export async function endCircle(
  tx: EntityManager,
  { id, foundedOn }: KnowledgeCircleEntity,
  { on, now }: { readonly on: string; readonly now: Date },
): Promise<string[]> {
  if (foundedOn !== null && on <= foundedOn)
    throw badInput(`It was founded on ${foundedOn}: name a later day.`, ['on']);
  const later = await tx.query<unknown[]>(
    'select from circle_membership where circle_id = $1 and from_date >= $2 limit 1',
    [id, on],
  );
  if (later.length > 0) throw invalidState('An authority joins it on that day or later: end that membership first.');
  await tx.update(KnowledgeCircleEntity, id, { endedOn: on });
  const concerned = await tx.query<{ organisation_id: string }[]>(members, [id, on]);
  await tx.query(
    `update circle_membership set to_date = $2, version = version + 1, updated_at = now()
      where circle_id = $1 and (to_date is null or to_date > $2)`,
    [id, on],
  );
  await tx.query(
    `update circle_accession set state = 'WITHDRAWN', decided_at = $2, version = version + 1, updated_at = now()
      where circle_id = $1 and state = 'REQUESTED'`,
    [id, now],
  );
  return concerned.map(({ organisation_id: organisationId }) => organisationId);
}
