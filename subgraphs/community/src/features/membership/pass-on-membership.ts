import { newId } from '@lokaal/shared/ids';
import { type EntityManager, In } from 'typeorm';
import {
  cancelTerms,
  type EndedOrganisations,
  endOrganisationMemberships,
  rejectApplications,
} from './end-memberships.js';
import { MembershipEntity } from './membership.entity.js';

type Succession = EndedOrganisations & Required<Pick<EndedOrganisations, 'heirId'>>;

/** Accessions of who merged that go on in that of their heir. */
export interface PassedOn {
  readonly ended: readonly MembershipEntity[];
  readonly goesOn: MembershipEntity;
}

/**
 * Of authorities that merge: what they hold goes on in what their heir holds, and whoever tells of the merger tells that too.
 * When nothing goes on it ended, which their contact persons are told.
 */
export async function passOnMemberships(tx: EntityManager, succession: Succession): Promise<PassedOn | undefined> {
  await takeOver(tx, succession);
  const [heir] = await tx.query<{ id: string }[]>(`select id ${running}`, [succession.heirId, succession.on]);
  if (!heir) {
    await endOrganisationMemberships(tx, succession);
    return undefined;
  }
  await rejectApplications(tx, succession);
  const ids = await cancelTerms(tx, succession);
  if (ids.length === 0) return undefined;
  const ended = await tx.find(MembershipEntity, { where: { id: In(ids) }, order: { holderName: 'ASC' } });
  return { ended, goesOn: await tx.findOneByOrFail(MembershipEntity, { id: heir.id }) };
}

/** What an authority ($1) is acceded by on a day ($2). */
const running = `from membership where organisation_id = $1 and type = 'ACCEDED'
  and decision = 'APPROVED' and coalesce(cancelled_on, grace_until) > $2`;

/**
 * The heir takes over their rights and duties, so also the accession that lasts longest, with its document, unless it acceded
 * itself. A term that is in its grace is not taken over: somebody has to decide on it.
 */
const takeOver = (tx: EntityManager, { organisationIds, heirId, on }: Succession) =>
  tx.query(
    `insert into membership (id, type, organisation_id, holder_kind, applied_at, applied_by_id, decision, decided_at,
        decided_by_id, accession_document_id, since, from_date, charged_on, to_date, grace_until, fee_cents)
      select $4, type, $1, holder_kind, applied_at, applied_by_id, decision, decided_at, decided_by_id,
        accession_document_id, $2, $2, $2, to_date, grace_until, fee_cents
      from membership
      where organisation_id = any($3) and type = 'ACCEDED' and decision = 'APPROVED' and since < $2
        and least(to_date, cancelled_on) > $2 and not exists (select ${running})
      order by to_date desc, id limit 1`,
    [heirId, on, organisationIds, newId('membership')],
  );
