import type { Viewer } from '@lokaal/shared/auth';
import { lockRow } from '@lokaal/shared/database';
import { notFound } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { MembershipEntity } from './membership.entity.js';
import { maySee } from './membership.policy.js';

/** The membership, locked. Whoever may not see it learns nothing of it, not even its version. */
export async function lockMembership(tx: EntityManager, viewer: Viewer, id: string): Promise<MembershipEntity> {
  const membership = await lockRow(tx, MembershipEntity, id);
  if (!maySee(viewer, membership)) throw notFound('Membership', ['id']);
  return membership;
}

/** Employers of a person on a day, with the longest employment first. */
export async function employersOf(tx: EntityManager, personId: string, day: string): Promise<string[]> {
  const rows = await tx.query<{ organisation_id: string }[]>(
    `select organisation_id from employment where person_id = $1 and from_date <= $2 and (to_date is null or to_date > $2)
      group by organisation_id order by min(from_date), organisation_id`,
    [personId, day],
  );
  return rows.map((row) => row.organisation_id);
}
