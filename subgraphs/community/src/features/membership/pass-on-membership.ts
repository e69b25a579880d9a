import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';

interface Succession {
  readonly organisationIds: readonly string[];
  readonly heirId: string;
  /** First day of the heir in their place. */
  readonly on: string;
}

/**
 * Of authorities that merge: the heir takes over their rights and duties, so also the accession that lasts longest, with its
 * document, unless it acceded itself. A term that is in its grace is not taken over: somebody has to decide on it.
 */
export const passOnMembership = (tx: EntityManager, { organisationIds, heirId, on }: Succession) =>
  tx.query(
    `insert into membership (id, type, organisation_id, holder_kind, applied_at, applied_by_id, decision, decided_at,
        decided_by_id, accession_document_id, since, from_date, charged_on, to_date, grace_until, fee_cents)
      select $4, type, $2, holder_kind, applied_at, applied_by_id, decision, decided_at, decided_by_id,
        accession_document_id, $3, $3, $3, to_date, grace_until, fee_cents
      from membership
      where organisation_id = any($1) and type = 'ACCEDED' and decision = 'APPROVED' and since < $3
        and least(to_date, cancelled_on) > $3
        and not exists (select from membership where organisation_id = $2 and type = 'ACCEDED'
          and decision = 'APPROVED' and coalesce(cancelled_on, grace_until) > $3)
      order by to_date desc, id limit 1`,
    [organisationIds, heirId, on, newId('membership')],
  );
