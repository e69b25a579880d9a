import type { EntityManager } from 'typeorm';

/** Of authorities that end: what they asked for is withdrawn. */
export const withdrawAccessionsOf = (tx: EntityManager, organisationIds: readonly string[], now: Date) =>
  tx.query(
    `update circle_accession set state = 'WITHDRAWN', decided_at = $2, version = version + 1, updated_at = now()
      where organisation_id = any($1) and state = 'REQUESTED'`,
    [organisationIds, now],
  );

/** Of authorities that merge: the oldest open request becomes their heir's, unless that one is in a circle or asked itself. */
export const passOnAccessions = (tx: EntityManager, organisationIds: readonly string[], heirId: string) =>
  tx.query(
    `update circle_accession set organisation_id = $2, version = version + 1, updated_at = now()
      where id = (select id from circle_accession where organisation_id = any($1) and state = 'REQUESTED'
        order by requested_at, id limit 1)
      and not exists (select from circle_accession where organisation_id = $2 and state = 'REQUESTED')
      and not exists (select from circle_membership where organisation_id = $2 and to_date is null)`,
    [organisationIds, heirId],
  );
