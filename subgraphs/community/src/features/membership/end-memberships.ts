import type { EntityManager } from 'typeorm';
import type { LetterTurn } from './membership-letter.js';
import { cancelledMail, rejectedMail } from './membership-mails.js';
import { tellHolder } from './tell-holder.js';

/** Of a person who is erased: applications go, and a membership ends, so that the employer's next member counts right. */
export async function endMembershipsOf(tx: EntityManager, personId: string, today: string): Promise<void> {
  await tx.query('delete from membership where person_id = $1 and decision is null', [personId]);
  await tx.query(
    `update membership set cancelled_on = $2, version = version + 1
      where person_id = $1 and decision = 'APPROVED' and cancelled_on is null and $2 < grace_until`,
    [personId, today],
  );
}

export interface EndedOrganisations extends LetterTurn {
  readonly organisationIds: readonly string[];
  /** First day on which they no longer exist. */
  readonly on: string;
  readonly reason: string;
  /** For which their people work by now. */
  readonly heirId?: string;
}

/**
 * Of organisations that merged or were dissolved: what they hold ends, what they applied for is rejected. Their contact
 * persons are told, as of any other end: their calendars have the last day to renew it.
 */
export async function endOrganisationMemberships(tx: EntityManager, ended: EndedOrganisations): Promise<void> {
  for (const id of await cancelTerms(tx, ended)) await tellHolder(tx, cancelledMail, { ...ended, id });
  for (const id of await rejectApplications(tx, ended)) await tellHolder(tx, rejectedMail, { ...ended, id });
}

type Changed = readonly [readonly { readonly id: string }[], number];

/** Answers with the ids of the memberships. */
export async function cancelTerms(tx: EntityManager, { organisationIds, on, reason }: EndedOrganisations) {
  const [cancelled] = await tx.query<Changed>(
    `update membership set cancelled_on = greatest(since, $2::date), cancellation_reason = $3, version = version + 1,
        updated_at = now()
      where organisation_id = any($1) and decision = 'APPROVED' and cancelled_on is null and $2 < grace_until
      returning id`,
    [organisationIds, on, reason],
  );
  return cancelled.map(({ id }) => id);
}

/** Answers with the ids of the memberships. */
export async function rejectApplications(tx: EntityManager, { organisationIds, now, reason }: EndedOrganisations) {
  const [rejected] = await tx.query<Changed>(
    `update membership set decision = 'REJECTED', decided_at = $2, rejection_reason = $3, version = version + 1,
        updated_at = now()
      where organisation_id = any($1) and decision is null returning id`,
    [organisationIds, now, reason],
  );
  return rejected.map(({ id }) => id);
}
