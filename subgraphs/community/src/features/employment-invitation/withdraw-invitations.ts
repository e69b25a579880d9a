import type { EntityManager } from 'typeorm';

/** Of organisations that end: nobody begins to work there any more. */
export const withdrawInvitationsOf = (tx: EntityManager, organisationIds: readonly string[], now: Date) =>
  tx.query(
    `update employment_invitation set decision = 'WITHDRAWN', decided_at = $2, version = version + 1, updated_at = now()
      where organisation_id = any($1) and decision is null and expires_at > $2`,
    [organisationIds, now],
  );
